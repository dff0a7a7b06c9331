package dev.convene.testkit;

import dev.convene.core.access.RevokedTokens;
import dev.convene.core.access.TokenFingerprint;
import dev.convene.core.meeting.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Revoked tokens that are forgotten with the process. */
public final class InMemoryRevokedTokens implements RevokedTokens {

    private final Map<TokenFingerprint, Instant> untils = new ConcurrentHashMap<>();

    @Override
    public void revoke(TokenFingerprint token, @Nullable Instant until, Caller by, Instant now) {
        untils.values().removeIf(it -> it.isBefore(now));
        untils.putIfAbsent(token, until == null ? Instant.MAX : until);
    }

    @Override
    public boolean isRevoked(TokenFingerprint token) {
        return untils.containsKey(token);
    }

    @Override
    public List<TokenFingerprint> revoked(int limit) {
        return untils.keySet().stream().limit(limit).toList();
    }

    /** How many are remembered. */
    public int size() {
        return untils.size();
    }
}
