package dev.convene.starter.jdbc;

import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.History;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.Schedule;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A meeting as a row of {@code convene_meeting}, both ways. */
final class MeetingRows {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json;

    MeetingRows(JsonMapper json) {
        this.json = json;
    }

    /** A meeting and the version of its row. */
    record Versioned(Meeting meeting, long version) {}

    Versioned versioned(ResultSet row, int number) throws SQLException {
        return new Versioned(meeting(row, number), row.getLong("version"));
    }

    Meeting meeting(ResultSet row, int number) throws SQLException {
        return new Meeting(
                new MeetingLink(row.getString("link")),
                new TenantId(row.getString("tenant_id")),
                details(row),
                new Schedule(
                        row.getBoolean("scheduled"),
                        Times.instant(row, "schedule_time"),
                        Times.nullableInstant(row, "ends_at")),
                new Options(
                        row.getBoolean("archived"),
                        row.getBoolean("end_to_end_encrypted"),
                        row.getBoolean("guests_allowed")),
                new ProviderName(row.getString("provider")),
                room(row),
                history(row));
    }

    /** The columns that a change may change. */
    Map<String, @Nullable Object> changeable(Meeting meeting) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("title", meeting.details().title());
        columns.put("externalId", meeting.details().externalId());
        columns.put("metadata", json.writeValueAsString(meeting.details().metadata()));
        columns.put("scheduled", meeting.schedule().scheduled());
        columns.put("scheduleTime", Times.column(meeting.schedule().at()));
        columns.put("endsAt", Times.nullableColumn(meeting.schedule().endsAt()));
        columns.put("archived", meeting.options().archived());
        columns.put("encrypted", meeting.options().endToEndEncrypted());
        columns.put("guestsAllowed", meeting.options().guestsAllowed());
        columns.put("provider", meeting.provider().value());
        columns.put("room", meeting.hasRoom() ? meeting.room().id().value() : null);
        columns.put("startedAt", Times.nullableColumn(meeting.history().startedAt()));
        columns.put("endedAt", Times.nullableColumn(meeting.history().endedAt()));
        columns.put(
                "closeAfter",
                meeting.hasRoom() ? Times.nullableColumn(meeting.history().endedAt()) : null);
        columns.put("modifiedBy", meeting.history().modified().by());
        columns.put("modifiedAt", Times.column(meeting.history().modified().at()));
        return columns;
    }

    /** All columns but the key and the version. */
    Map<String, @Nullable Object> all(Meeting meeting) {
        var columns = new HashMap<String, @Nullable Object>(changeable(meeting));
        columns.put("tenant", meeting.tenant().value());
        columns.put("link", meeting.link().value());
        columns.put("createdBy", meeting.history().created().by());
        columns.put("createdAt", Times.column(meeting.history().created().at()));
        return columns;
    }

    private static @Nullable RoomId room(ResultSet row) throws SQLException {
        String room = row.getString("room");
        return room == null ? null : new RoomId(room);
    }

    private Details details(ResultSet row) throws SQLException {
        return new Details(
                row.getString("title"),
                row.getString("external_id"),
                json.readValue(row.getString("metadata"), OBJECT));
    }

    private static History history(ResultSet row) throws SQLException {
        return new History(
                new Stamp(row.getString("created_by"), Times.instant(row, "created_at")),
                new Stamp(row.getString("modified_by"), Times.instant(row, "modified_at")),
                Times.nullableInstant(row, "started_at"),
                Times.nullableInstant(row, "ended_at"));
    }
}
