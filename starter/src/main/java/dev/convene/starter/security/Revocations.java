package dev.convene.starter.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.convene.core.access.RevokedTokens;
import dev.convene.core.access.TokenFingerprint;
import dev.convene.core.meeting.Caller;
import dev.convene.starter.security.Refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Whether tokens were revoked. All that were are read twice a second, so that no request has to ask; what was not read for a
 * second, or is too many to be kept, is looked up, at most once a second for each token. One that another node revoked is refused
 * here within that time.
 */
final class Revocations {

    static final Duration FRESH = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final int MAX_REMEMBERED = 10_000;

    private static final Reading NONE = new Reading(Set.of(), Instant.MIN);

    private final @Nullable RevokedTokens tokens;
    private final Clock clock;
    private final Cache<TokenFingerprint, Boolean> remembered;
    private volatile Reading reading = NONE;

    /** @param at when it began */
    private record Reading(Set<TokenFingerprint> revoked, Instant at) {}

    /** @param tokens null if nothing here can revoke a token */
    Revocations(@Nullable RevokedTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterWrite(FRESH)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** @throws Refused that the token was revoked, or that this cannot be looked up now */
    void check(TokenFingerprint token) throws Refused {
        if (tokens == null) {
            return;
        }
        try {
            if (isRevoked(tokens, token)) {
                throw new Refused(Refusal.TOKEN_REVOKED);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("It cannot be looked up whether a token was revoked: {}", e.getMessage());
            throw new Refused(Refusal.REVOCATION_UNKNOWN);
        }
    }

    private boolean isRevoked(RevokedTokens store, TokenFingerprint token) {
        Reading last = reading;
        if (clock.instant().isBefore(last.at().plus(FRESH))) {
            // the second: here, since the reading
            return last.revoked().contains(token) || Boolean.TRUE.equals(remembered.getIfPresent(token));
        }
        return remembered.get(token, store::isRevoked);
    }

    /** Reads all that are revoked; what prevents it is noticed by the requests, which look up by themselves then. */
    void read() {
        if (tokens == null) {
            return;
        }
        Instant now = clock.instant();
        try {
            List<TokenFingerprint> all = tokens.revoked(MAX_REMEMBERED + 1);
            reading = all.size() <= MAX_REMEMBERED ? new Reading(Set.copyOf(all), now) : NONE;
        } catch (RuntimeException e) {
            LOG.debug("The revoked tokens cannot be read now", e);
        }
    }

    /** Counts on this node at once. */
    void revoke(TokenFingerprint token, @Nullable Instant until, Caller by) throws Refused {
        if (tokens == null) {
            throw new Refused(Refusal.UNKNOWN);
        }
        try {
            tokens.revoke(token, until, by, clock.instant());
            remembered.put(token, true);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A token cannot be revoked now: {}", e.getMessage());
            throw new Refused(Refusal.REVOCATION_UNKNOWN);
        }
    }
}
