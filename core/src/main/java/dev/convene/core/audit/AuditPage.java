package dev.convene.core.audit;

import java.util.List;
import java.util.Optional;

/**
 * A part of the list of entries.
 *
 * @param next where the next part begins; empty if this is the last
 */
public record AuditPage(List<SealedEntry> entries, Optional<Long> next) {

    /** Makes a page of {@code limit} entries out of what a store found when it looked for one more. */
    public static AuditPage of(List<SealedEntry> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new AuditPage(oneMore, Optional.empty());
        }
        List<SealedEntry> entries = oneMore.subList(0, limit);
        return new AuditPage(List.copyOf(entries), Optional.of(entries.getLast().position()));
    }
}
