package dev.convene.starter.jdbc;

import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.History;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.Schedule;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of {@code video_session_details} as a meeting: what it means here is told in docs/adr/0012-adoption.md. */
final class PredecessorMeetingReader implements RowMapper<PredecessorRow<PredecessorMeeting>> {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int MAX_CREATOR_LENGTH = 255;

    private final AdoptedRooms rooms;
    private final JsonMapper json;

    PredecessorMeetingReader(AdoptedRooms rooms, JsonMapper json) {
        this.rooms = rooms;
        this.json = json;
    }

    @Override
    public PredecessorRow<PredecessorMeeting> mapRow(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        if (row.getBoolean("deleted")) {
            return PredecessorRow.odd(id, "it is deleted");
        }
        if (row.getString("meeting_link") == null) {
            return PredecessorRow.odd(id, "it has no meeting_link");
        }
        try {
            String archive = row.getString("archive_id");
            return PredecessorRow.of(
                    id, new PredecessorMeeting(meeting(row), archive == null ? null : new ArchiveId(archive)));
        } catch (IllegalArgumentException e) {
            return PredecessorRow.odd(id, String.valueOf(e.getMessage()));
        }
    }

    private Meeting meeting(ResultSet row) throws SQLException {
        String room = row.getString("session_id");
        Instant created = Times.instant(row, "created_on");
        Instant scheduled = Objects.requireNonNullElse(Times.nullableInstant(row, "schedule_time"), created);
        return new Meeting(
                new MeetingLink(row.getString("meeting_link")),
                TenantId.DEFAULT,
                new Details(null, text(row, "ext_id", Details.MAX_EXTERNAL_ID_LENGTH), metadata(row)),
                new Schedule(row.getBoolean("is_scheduled"), scheduled, null),
                // its links let nobody in without a token of the API
                new Options(row.getBoolean("is_archived"), false, false),
                rooms.providerOf(room),
                new RoomId(room),
                history(row, created));
    }

    private static History history(ResultSet row, Instant created) throws SQLException {
        Instant modified = Objects.requireNonNullElse(Times.nullableInstant(row, "modified_on"), created);
        return new History(
                new Stamp(text(row, "created_by", MAX_CREATOR_LENGTH), created),
                new Stamp(text(row, "modified_by", MAX_CREATOR_LENGTH), modified),
                Times.nullableInstant(row, "start_time"),
                Times.nullableInstant(row, "end_time"));
    }

    private Map<String, Object> metadata(ResultSet row) throws SQLException {
        String metadata = row.getString("ext_metadata");
        try {
            Map<String, Object> object = metadata == null ? null : json.readValue(metadata, OBJECT);
            return object == null ? Map.of() : object;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("its ext_metadata is no JSON object", e);
        }
    }

    private static @Nullable String text(ResultSet row, String column, int maxLength) throws SQLException {
        String text = row.getString(column);
        if (text != null && text.length() > maxLength) {
            throw new IllegalArgumentException("its " + column + " has more than " + maxLength + " characters");
        }
        return text;
    }
}
