package dev.convene.starter.jdbc;

import dev.convene.core.audit.AuditAction;
import dev.convene.core.audit.AuditEntry;
import dev.convene.core.audit.AuditSubject;
import dev.convene.core.audit.SealedEntry;
import dev.convene.core.meeting.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An audit entry as a row of {@code convene_audit_outbox} or {@code convene_audit_log}, both ways. */
final class AuditRows {

    static final String COLUMNS = "id, action, tenant_id, acted_on, action_key, entity_id, acted_at, actor, request_id,"
            + " state_before, state_after";

    static final String PARAMETERS = ":id, :action, :tenant, :actedOn, :actionKey, :entity, :actedAt, :actor, :request,"
            + " :stateBefore, :stateAfter";

    private AuditRows() {}

    static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getString("id"),
                AuditAction.valueOf(row.getString("action")),
                new AuditSubject(
                        new TenantId(row.getString("tenant_id")),
                        row.getString("acted_on"),
                        row.getString("action_key"),
                        row.getString("entity_id")),
                Times.instant(row, "acted_at"),
                row.getString("actor"),
                row.getString("request_id"),
                row.getString("state_before"),
                row.getString("state_after"));
    }

    static SealedEntry sealed(ResultSet row, int number) throws SQLException {
        return new SealedEntry(row.getLong("position"), entry(row, number), row.getString("hash"));
    }

    static Map<String, @Nullable Object> columns(AuditEntry entry) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", entry.id());
        columns.put("action", entry.action().name());
        columns.put("tenant", entry.subject().tenant().value());
        columns.put("actedOn", entry.subject().actedOn());
        columns.put("actionKey", entry.subject().actionKey());
        columns.put("entity", entry.subject().entityId());
        columns.put("actedAt", Times.column(entry.actedAt()));
        columns.put("actor", entry.actor());
        columns.put("request", entry.requestId());
        columns.put("stateBefore", entry.before());
        columns.put("stateAfter", entry.after());
        return columns;
    }
}
