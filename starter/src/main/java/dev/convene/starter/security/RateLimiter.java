package dev.convene.starter.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Instant;

/** One policy: how often each client may do one thing. Counts on this server only. Safe for use by many threads. */
final class RateLimiter {

    /** Of clients remembered; a flood of more forgets the ones that were quiet longest. */
    private static final int MAX_CLIENTS = 100_000;

    private final String policy;
    private final RateLimit limit;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    RateLimiter(String policy, RateLimit limit, Clock clock) {
        this.policy = policy;
        this.limit = limit;
        this.time = new ClockTime(clock);
        // a bucket that was left alone for the whole time is full again: as good as a new one
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_CLIENTS)
                .expireAfterAccess(limit.per())
                .build();
    }

    /** Counts a request of {@code client} and tells how it stands. */
    Standing count(String client) {
        ConsumptionProbe probe = buckets.get(client, it -> bucket()).tryConsumeAndReturnRemaining(1);
        long nanos = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Standing(this, probe.isConsumed(), probe.getRemainingTokens(), seconds(nanos));
    }

    /**
     * How a client stands after a request.
     *
     * @param remaining how many more it may make at once
     * @param seconds until all of them are there again, or if it was refused, until one is
     */
    record Standing(RateLimiter limiter, boolean allowed, long remaining, long seconds) {

        /** https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/10/ section 3 */
        String policyField() {
            var limit = limiter.limit;
            return "\"%s\";q=%d;w=%d"
                    .formatted(limiter.policy, limit.requests(), limit.per().toSeconds());
        }

        /** The same, section 4. */
        String limitField() {
            return "\"%s\";r=%d;t=%d".formatted(limiter.policy, remaining, seconds);
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(it -> it.capacity(limit.requests()).refillGreedy(limit.requests(), limit.per()))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, 1_000_000_000L);
    }

    /** The clock that everything else goes by. */
    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
