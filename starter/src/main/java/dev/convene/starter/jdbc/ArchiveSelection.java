package dev.convene.starter.jdbc;

import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.meeting.TenantId;
import java.util.HashMap;
import java.util.Map;

/** The select of an {@link ArchiveQuery}: one row more than asked for, by which a next page is known. */
record ArchiveSelection(String sql, Map<String, Object> parameters) {

    static ArchiveSelection of(TenantId tenant, ArchiveQuery query) {
        var sql = new StringBuilder("select * from convene_archive where tenant_id = :tenant and status <> 'DELETED'");
        var parameters = new HashMap<String, Object>();
        parameters.put("tenant", tenant.value());
        query.meeting().ifPresent(link -> {
            sql.append(" and link = :link");
            parameters.put("link", link.value());
        });
        query.status().ifPresent(status -> {
            sql.append(" and status = :status");
            parameters.put("status", status.name());
        });
        query.after().ifPresent(after -> {
            sql.append(" and (requested_at, archive_key) < (:afterTime, :afterKey)");
            parameters.put("afterTime", Times.column(after.requestedAt()));
            parameters.put("afterKey", after.key().value());
        });
        sql.append(" order by requested_at desc, archive_key desc limit :limit");
        parameters.put("limit", query.limit() + 1);
        return new ArchiveSelection(sql.toString(), parameters);
    }
}
