package dev.convene.testkit;

import dev.convene.core.attendance.Visit;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What reports tell of one connection. */
record ExampleVisit(Room room, ConnectionId connection) {

    static final Participant ADA = new Participant("ada", "Ada Lovelace");

    static ExampleVisit visit(Room room, String connection) {
        return new ExampleVisit(room, new ConnectionId(connection));
    }

    Visit joined(Instant at) {
        return joined(at, ADA);
    }

    Visit joined(Instant at, Participant who) {
        return new Visit(room, connection, who, at, null, at);
    }

    Visit left(Instant at) {
        return left(at, null);
    }

    Visit left(Instant at, @Nullable Participant who) {
        return new Visit(room, connection, who, null, at, at);
    }
}
