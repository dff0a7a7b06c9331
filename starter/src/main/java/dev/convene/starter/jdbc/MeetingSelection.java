package dev.convene.starter.jdbc;

import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingQuery;
import dev.convene.core.meeting.TenantId;
import java.util.HashMap;
import java.util.Map;

/** The select of a {@link MeetingQuery}: one row more than asked for, by which a next page is known. */
record MeetingSelection(String sql, Map<String, Object> parameters) {

    static MeetingSelection of(TenantId tenant, MeetingQuery query) {
        var sql = new StringBuilder("select * from convene_meeting where tenant_id = :tenant");
        var parameters = new HashMap<String, Object>();
        parameters.put("tenant", tenant.value());
        query.state().ifPresent(state -> sql.append(condition(state)));
        query.from().ifPresent(from -> {
            sql.append(" and schedule_time >= :from");
            parameters.put("from", Times.column(from));
        });
        query.to().ifPresent(to -> {
            sql.append(" and schedule_time < :to");
            parameters.put("to", Times.column(to));
        });
        query.externalId().ifPresent(id -> {
            sql.append(" and external_id = :externalId");
            parameters.put("externalId", id);
        });
        query.after().ifPresent(after -> {
            sql.append(" and (schedule_time, link) < (:afterTime, :afterLink)");
            parameters.put("afterTime", Times.column(after.scheduleTime()));
            parameters.put("afterLink", after.link().value());
        });
        sql.append(" order by schedule_time desc, link desc limit :limit");
        parameters.put("limit", query.limit() + 1);
        return new MeetingSelection(sql.toString(), parameters);
    }

    private static String condition(Meeting.State state) {
        return switch (state) {
            case UPCOMING -> " and ended_at is null and started_at is null";
            case LIVE -> " and ended_at is null and started_at is not null";
            case ENDED -> " and ended_at is not null";
        };
    }
}
