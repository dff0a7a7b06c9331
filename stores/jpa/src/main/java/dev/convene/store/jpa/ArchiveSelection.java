package dev.convene.store.jpa;

import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ArchiveStatus;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Map;

/** The query of an {@link ArchiveQuery}: one row more than asked for, by which a next page is known. */
record ArchiveSelection(String query, Map<String, Object> parameters, int rows) {

    static ArchiveSelection of(TenantId tenant, ArchiveQuery wanted) {
        var query = new StringBuilder("from ConveneArchive where tenant = :tenant and status <> :deleted");
        var parameters = new HashMap<String, Object>();
        parameters.put("tenant", tenant.value());
        parameters.put("deleted", ArchiveStatus.DELETED);
        wanted.meeting().ifPresent(link -> {
            query.append(" and link = :link");
            parameters.put("link", link.value());
        });
        wanted.status().ifPresent(status -> {
            query.append(" and status = :status");
            parameters.put("status", status);
        });
        wanted.after().ifPresent(after -> {
            query.append(" and (requestedAt, key) < (:afterTime, :afterKey)");
            parameters.put("afterTime", after.requestedAt());
            parameters.put("afterKey", after.key().value());
        });
        query.append(" order by requestedAt desc, key desc");
        return new ArchiveSelection(query.toString(), parameters, wanted.limit() + 1);
    }

    TypedQuery<ArchiveEntity> in(EntityManager entities) {
        TypedQuery<ArchiveEntity> selection = entities.createQuery(query, ArchiveEntity.class);
        parameters.forEach(selection::setParameter);
        return selection.setMaxResults(rows);
    }
}
