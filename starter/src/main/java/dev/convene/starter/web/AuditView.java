package dev.convene.starter.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.convene.core.audit.SealedEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log, as the API shows it. Times are UTC. */
@Schema(name = "AuditLogEntry")
record AuditView(
        String id,
        String action,
        String actedAt,
        String actedOn,
        String actionKey,
        String entityId,
        String actor,

        @Schema(implementation = Object.class) @JsonRawValue @Nullable
        String before,

        @Schema(implementation = Object.class) @JsonRawValue @Nullable
        String after,

        @Nullable String requestId,
        long position,
        String hash) {

    static AuditView of(SealedEntry sealed) {
        var entry = sealed.entry();
        return new AuditView(
                entry.id(),
                entry.action().name(),
                IsoTime.format(entry.actedAt()),
                entry.subject().actedOn(),
                entry.subject().actionKey(),
                entry.subject().entityId(),
                entry.actor(),
                entry.before(),
                entry.after(),
                entry.requestId(),
                sealed.position(),
                sealed.hash());
    }
}
