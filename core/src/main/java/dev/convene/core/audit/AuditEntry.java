package dev.convene.core.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one record, with the fields of {@code @sourceloop/audit-log}. States are kept as the text that was written,
 * so that what is hashed is what is read.
 *
 * @param id of this entry, unique among all
 * @param actor who did it; {@link #NOBODY} for what the service does by itself
 * @param requestId of the request that it was done for; null if it was none
 * @param before the record as a JSON object; null for an insert
 * @param after the record as a JSON object; null for a delete
 */
public record AuditEntry(
        String id,
        AuditAction action,
        AuditSubject subject,
        Instant actedAt,
        String actor,
        @Nullable String requestId,
        @Nullable String before,
        @Nullable String after) {

    /** As the predecessor writes it. */
    public static final String NOBODY = "0";
}
