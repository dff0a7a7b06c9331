package dev.convene.starter.jdbc;

import dev.convene.core.provider.Participant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code session_attendees} as a visit.
 *
 * @param meeting the predecessor's id of its meeting
 * @param leftAt null if it says that they are in
 */
record PredecessorAttendee(
        long meeting,
        String room,
        String person,
        Instant joinedAt,
        @Nullable Instant leftAt,
        Instant seenAt) {

    static PredecessorRow<PredecessorAttendee> read(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        long meeting = row.getLong("meeting_id");
        if (row.wasNull()) {
            return PredecessorRow.odd(id, "no meeting has its session_id");
        }
        if (row.getBoolean("deleted")) {
            return PredecessorRow.odd(id, "its meeting is deleted");
        }
        String person = row.getString("attendee");
        if (person.isBlank() || person.length() > Participant.MAX_IDENTITY_LENGTH) {
            return PredecessorRow.odd(
                    id, "its attendee has not 1 to " + Participant.MAX_IDENTITY_LENGTH + " characters");
        }
        Instant created = Times.instant(row, "created_on");
        Instant modified = Objects.requireNonNullElse(Times.nullableInstant(row, "modified_on"), created);
        Instant seen = modified.isBefore(created) ? created : modified;
        Instant left = row.getBoolean("is_deleted") ? seen : null;
        return PredecessorRow.of(
                id, new PredecessorAttendee(meeting, row.getString("session_id"), person, created, left, seen));
    }
}
