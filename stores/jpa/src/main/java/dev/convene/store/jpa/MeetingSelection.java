package dev.convene.store.jpa;

import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingQuery;
import dev.convene.core.meeting.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Map;

/** The query of a {@link MeetingQuery}: one row more than asked for, by which a next page is known. */
record MeetingSelection(String query, Map<String, Object> parameters, int rows) {

    static MeetingSelection of(TenantId tenant, MeetingQuery wanted) {
        var query = new StringBuilder("from ConveneMeeting where tenant = :tenant");
        var parameters = new HashMap<String, Object>();
        parameters.put("tenant", tenant.value());
        wanted.state().ifPresent(state -> query.append(condition(state)));
        wanted.from().ifPresent(from -> {
            query.append(" and scheduleTime >= :from");
            parameters.put("from", from);
        });
        wanted.to().ifPresent(to -> {
            query.append(" and scheduleTime < :to");
            parameters.put("to", to);
        });
        wanted.externalId().ifPresent(id -> {
            query.append(" and externalId = :externalId");
            parameters.put("externalId", id);
        });
        wanted.after().ifPresent(after -> {
            query.append(" and (scheduleTime, link) < (:afterTime, :afterLink)");
            parameters.put("afterTime", after.scheduleTime());
            parameters.put("afterLink", after.link().value());
        });
        query.append(" order by scheduleTime desc, link desc");
        return new MeetingSelection(query.toString(), parameters, wanted.limit() + 1);
    }

    TypedQuery<MeetingEntity> in(EntityManager entities) {
        TypedQuery<MeetingEntity> selection = entities.createQuery(query, MeetingEntity.class);
        parameters.forEach(selection::setParameter);
        return selection.setMaxResults(rows);
    }

    private static String condition(Meeting.State state) {
        return switch (state) {
            case UPCOMING -> " and endedAt is null and startedAt is null";
            case LIVE -> " and endedAt is null and startedAt is not null";
            case ENDED -> " and endedAt is not null";
        };
    }
}
