package dev.convene.core.audit;

import java.util.Collection;
import java.util.List;

/**
 * Entries on their way to the {@link AuditLog}, kept where the changes are kept: an entry is there if and only if its change
 * is. Implementations pass {@code AuditOutboxCompatibilityKit}.
 */
public interface AuditOutbox {

    /** Keeps the entry as part of the transaction that is open. */
    void add(AuditEntry entry);

    /** The entries that have waited longest; of one record, each change comes after those before it. */
    List<AuditEntry> waiting(int limit);

    /** Forgets entries that have arrived. Unknown ids are passed over. */
    void remove(Collection<String> ids);
}
