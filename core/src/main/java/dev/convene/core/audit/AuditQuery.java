package dev.convene.core.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are asked for.
 *
 * @param from when it was done, inclusive
 * @param to when it was done, exclusive
 * @param before a position: the next page's entries come before it
 */
public record AuditQuery(
        Optional<String> entityId,
        Optional<String> actor,
        Optional<AuditAction> action,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Long> before,
        int limit) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    public static AuditQuery all(int limit) {
        return new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    public AuditQuery before(long position) {
        return new AuditQuery(entityId, actor, action, from, to, Optional.of(position), limit);
    }
}
