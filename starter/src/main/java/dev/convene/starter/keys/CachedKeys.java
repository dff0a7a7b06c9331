package dev.convene.starter.keys;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.convene.starter.keys.KeySource.KeysUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a source as they were read last. A token with a key that is not among them has the source read again, so that
 * a new key counts at once; but never more often than each {@link #PAUSE}, however many made-up keys are asked for. A key
 * that is gone from the source counts for {@link #MAX_AGE} more, and as long as the source does not answer. Safe for use by
 * many threads.
 */
public final class CachedKeys implements JWKSource<SecurityContext>, AutoCloseable {

    static final Duration MAX_AGE = Duration.ofMinutes(5);
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(CachedKeys.class);

    private final KeySource source;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Reading last = new Reading(new JWKSet(), Instant.MIN, Instant.MIN, null);

    /**
     * What is known.
     *
     * @param keys those read last
     * @param readAt when; {@code Instant.MIN} for never
     * @param triedAt when it was tried last
     * @param failure of the last try; null if it went well
     */
    private record Reading(
            JWKSet keys,
            Instant readAt,
            Instant triedAt,
            @Nullable KeysUnavailable failure) {

        boolean isOld(Instant now) {
            return readAt.isBefore(now.minus(MAX_AGE));
        }

        boolean isTriedJustNow(Instant now) {
            return triedAt.isAfter(now.minus(PAUSE));
        }
    }

    public CachedKeys(KeySource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** @throws KeySourceException if the key may be at the source, which does not answer */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        Reading known = notTooOld();
        List<JWK> keys = selector.select(known.keys());
        if (!keys.isEmpty()) {
            return keys;
        }
        Reading newer = newerThan(known);
        keys = selector.select(newer.keys());
        if (keys.isEmpty() && newer.failure() != null) {
            throw new RemoteKeySourceException(newer.failure().getMessage(), newer.failure());
        }
        return keys;
    }

    /** One caller reads what has become old; the others go on with it. */
    private Reading notTooOld() {
        Reading known = last;
        Instant now = clock.instant();
        boolean due = known.isOld(now)
                && !known.isTriedJustNow(now)
                && !known.readAt().equals(Instant.MIN);
        if (!due || !reading.tryLock()) {
            return known;
        }
        try {
            return last == known ? read(known) : last;
        } finally {
            reading.unlock();
        }
    }

    private Reading newerThan(Reading known) {
        reading.lock();
        try {
            return last == known && !known.isTriedJustNow(clock.instant()) ? read(known) : last;
        } finally {
            reading.unlock();
        }
    }

    private Reading read(Reading before) {
        try {
            JWKSet keys = StrongKeys.of(source.read());
            Instant now = clock.instant();
            last = new Reading(keys, now, now, null);
        } catch (KeysUnavailable e) {
            if (before.failure() == null) {
                LOG.warn(
                        "The keys of access tokens cannot be read, {} known ones go on working: {}",
                        before.keys().size(),
                        e.getMessage());
            }
            last = new Reading(before.keys(), before.readAt(), clock.instant(), e);
        }
        return last;
    }

    @Override
    public void close() {
        source.close();
    }
}
