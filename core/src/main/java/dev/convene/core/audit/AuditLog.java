package dev.convene.core.audit;

import dev.convene.core.meeting.TenantId;
import java.util.List;

/**
 * The log: entries are added and never changed. Safe for use by many threads and nodes. Implementations pass
 * {@code AuditLogCompatibilityKit}.
 */
public interface AuditLog {

    /** Seals the entries in the order given, all or none; those that are there already are passed over. */
    void append(List<AuditEntry> entries);

    /** The tenant's entries that fit, the latest first. */
    AuditPage list(TenantId tenant, AuditQuery query);

    /** Entries of all tenants after that position, in order. */
    List<SealedEntry> after(long position, int limit);

    /** The last place, as it was noted apart from the entries. */
    AuditHead head();
}
