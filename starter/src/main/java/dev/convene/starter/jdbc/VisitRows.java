package dev.convene.starter.jdbc;

import dev.convene.core.attendance.Visit;
import dev.convene.core.attendance.Visits.NumberedVisit;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A visit as a row of {@code convene_visit}, both ways. */
final class VisitRows {

    private VisitRows() {}

    static NumberedVisit numbered(ResultSet row, int number) throws SQLException {
        return new NumberedVisit(row.getLong("id"), visit(row, number));
    }

    static Visit visit(ResultSet row, int number) throws SQLException {
        return visit(new Room(new ProviderName(row.getString("provider")), new RoomId(row.getString("room"))), row);
    }

    static Visit visit(Room room, ResultSet row) throws SQLException {
        return new Visit(
                room,
                new ConnectionId(row.getString("connection_id")),
                participant(row),
                Times.nullableInstant(row, "joined_at"),
                Times.nullableInstant(row, "left_at"),
                Times.instant(row, "seen_at"));
    }

    static Map<String, String> key(Room room) {
        return Map.of("provider", room.provider().value(), "room", room.id().value());
    }

    static Map<String, @Nullable Object> columns(Visit visit) {
        Participant participant = visit.participant();
        var columns = new HashMap<String, @Nullable Object>(key(visit.room()));
        columns.put("connection", visit.connection().value());
        columns.put("person", participant == null ? null : participant.identity());
        columns.put("name", participant == null ? null : participant.name());
        columns.put("joinedAt", Times.nullableColumn(visit.joinedAt()));
        columns.put("leftAt", Times.nullableColumn(visit.leftAt()));
        columns.put("seenAt", Times.column(visit.seenAt()));
        return columns;
    }

    private static @Nullable Participant participant(ResultSet row) throws SQLException {
        String person = row.getString("person");
        return person == null
                ? null
                : new Participant(person, Objects.requireNonNullElse(row.getString("name"), person));
    }
}
