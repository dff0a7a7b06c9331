package dev.convene.starter.jdbc;

import dev.convene.core.audit.AuditQuery;
import dev.convene.core.meeting.TenantId;
import java.util.HashMap;
import java.util.Map;

/** The select of an {@link AuditQuery}: one row more than asked for, by which a next page is known. */
record AuditSelection(String sql, Map<String, Object> parameters) {

    static AuditSelection of(TenantId tenant, AuditQuery query) {
        var sql = new StringBuilder("select * from convene_audit_log where tenant_id = :tenant");
        var parameters = new HashMap<String, Object>();
        parameters.put("tenant", tenant.value());
        query.entityId().ifPresent(entity -> {
            sql.append(" and entity_id = :entity");
            parameters.put("entity", entity);
        });
        query.actor().ifPresent(actor -> {
            sql.append(" and actor_start = :actorStart and actor = :actor");
            parameters.put("actorStart", JdbcAuditLog.start(actor));
            parameters.put("actor", actor);
        });
        query.action().ifPresent(action -> {
            sql.append(" and action = :action");
            parameters.put("action", action.name());
        });
        query.from().ifPresent(from -> {
            sql.append(" and acted_at >= :from");
            parameters.put("from", Times.column(from));
        });
        query.to().ifPresent(to -> {
            sql.append(" and acted_at < :to");
            parameters.put("to", Times.column(to));
        });
        query.before().ifPresent(before -> {
            sql.append(" and position < :before");
            parameters.put("before", before);
        });
        sql.append(" order by position desc limit :limit");
        parameters.put("limit", query.limit() + 1);
        return new AuditSelection(sql.toString(), parameters);
    }
}
