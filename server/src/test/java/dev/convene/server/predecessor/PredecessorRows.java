package dev.convene.server.predecessor;

import static dev.convene.server.predecessor.PredecessorDatabase.ATTENDEES;
import static dev.convene.server.predecessor.PredecessorDatabase.MEETINGS;

import dev.convene.core.attendance.Visit;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderName;
import dev.convene.starter.jdbc.AdoptedRooms;
import dev.convene.starter.jdbc.AdoptionReport;
import dev.convene.starter.jdbc.JdbcStores;
import dev.convene.starter.jdbc.Migrations;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

/** Rows in the predecessor's tables, and the migration that adopts them. */
abstract class PredecessorRows {

    static final ProviderName VONAGE = new ProviderName("vonage");
    static final ProviderName TWILIO = new ProviderName("twilio");
    static final AdoptedRooms ROOMS = new AdoptedRooms(VONAGE, Map.of("RM", TWILIO));
    static final String CREATED = "2026-11-23T00:36:17Z";
    static final String LATER = "2026-11-23T01:02:03Z";
    static final MeetingLink L1 = new MeetingLink("L1");

    PredecessorDatabase database;

    abstract PredecessorDatabase database();

    @BeforeEach
    void connect() {
        database = database();
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    void meeting(int id, String link, Map<String, ?> more) {
        var row = new HashMap<String, Object>(
                Map.of("id", id, "session_id", "session-" + id, "meeting_link", link, "created_on", CREATED));
        row.putAll(more);
        database.insert(MEETINGS, row);
    }

    void attendee(int id, String session, Map<String, ?> more) {
        var row = new HashMap<String, Object>(
                Map.of("id", id, "session_id", session, "attendee", "person-" + id, "created_on", CREATED));
        row.putAll(more);
        database.insert(ATTENDEES, row);
    }

    void join(String connection) {
        Meeting meeting = stores().meetings().meetings().findByLink(L1).orElseThrow();
        Instant now = Instant.parse("2026-11-29T00:00:00Z");
        stores().events()
                .visits()
                .merge(new Visit(
                        meeting.room(), new ConnectionId(connection), new Participant("new", "New"), now, null, now));
    }

    static String person(Visit visit) {
        return Objects.requireNonNull(visit.participant()).identity();
    }

    Migrations migrations() {
        return new Migrations(database.dataSource(), ROOMS);
    }

    AdoptionReport migrate() {
        return Objects.requireNonNull(migrations().migrate().adoption());
    }

    JdbcStores stores() {
        return new JdbcStores(database.dataSource(), JsonMapper.shared());
    }
}
