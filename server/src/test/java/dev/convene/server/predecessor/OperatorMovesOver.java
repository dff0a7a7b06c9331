package dev.convene.server.predecessor;

import static dev.convene.server.predecessor.PredecessorDatabase.ATTENDEES;
import static dev.convene.server.predecessor.PredecessorDatabase.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.server.ConveneServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * A predecessor's operator moves over: its database, its {@code .env}, its clients. The rows are as in the recorded
 * exchanges. Its sessions are taken for the embedded provider's, for a vendor's would need the vendor.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OperatorMovesOver {

    private static final String SESSION = "1_MX40NTgyODA2Mn5-MTcwMDAwMDAwMDAwMH5maXhMMX4";
    private static final String CREATED = "2026-11-23T00:36:17Z";

    private PredecessorDatabase database;
    private List<String> before;
    private ConfigurableApplicationContext server;
    private PredecessorClient client;

    abstract PredecessorDatabase database();

    @BeforeAll
    void moveOver(@TempDir Path home) throws IOException {
        database = database();
        fill();
        before = database.contents();
        server = start(home);
        client = new PredecessorClient(server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
        database.close();
    }

    @Test
    void whoWasThereIsStillTold() {
        JsonNode attendees = client.call("GET", "/session/live/attendees", "", 200);

        assertThat(attendees
                        .valueStream()
                        .map(it ->
                                it.get("id").asInt() + " " + it.get("attendee").asString() + " "
                                        + it.get("sessionId").asString().equals(SESSION) + " "
                                        + it.get("createdOn").asString() + " "
                                        + it.get("isDeleted").asBoolean()))
                .containsExactly(
                        "11 ann true 2026-11-23T00:36:17.000Z false", "12 bob true 2026-11-23T00:36:17.000Z true");
        assertThat(client.call("GET", "/session/live/attendees?active=true", "", 200))
                .hasSize(1);
    }

    @Test
    void aTokenIsForTheSessionThatTheMeetingHas() {
        JsonNode token = client.call("POST", "/session/live/token", "{}", 200);

        assertThat(token.get("sessionId").asString()).isEqualTo(SESSION);
        assertThat(token.get("token").asString()).isNotBlank();
    }

    @Test
    void aMeetingToComeIsNotOpenYetAndCanBeMoved() {
        assertThat(message("POST", "/session/to-come/token", "{}", 400))
                .isEqualTo("Meeting can only be started 15 minutes before the scheduled time");

        client.call(
                "PATCH", "/session/to-come", "{\"isScheduled\":true,\"scheduleTime\":\"2098-01-01T00:00:00Z\"}", 204);

        assertThat(client.call("GET", "/session/to-come", "", 200)
                        .get("scheduleTime")
                        .asString())
                .isEqualTo("2098-01-01T00:00:00.000Z");
    }

    @Test
    void aMeetingThatHasEndedLetsNobodyIn() {
        assertThat(message("POST", "/session/over/token", "{}", 400)).isEqualTo("This meeting has been expired");
        assertThat(client.call("GET", "/session/over/attendees", "", 200)).hasSize(1);
    }

    @Test
    void aMeetingIsEndedOnce() {
        client.call("PATCH", "/session/to-end/end", "", 204);

        assertThat(message("PATCH", "/session/to-end/end", "", 400)).isEqualTo("Meeting has already been ended!");
    }

    @Test
    void whatWasDeletedIsUnknown() {
        assertThat(message("GET", "/session/deleted/attendees", "", 404)).isEqualTo("Meeting Not Found");
    }

    @Test
    void whatTheMeetingIsToItsOwnerIsKept() {
        JsonNode meeting = client.call("GET", "/session/live", "", 200);

        assertThat(meeting.get("externalId").asString()).isEqualTo("crm-17");
        assertThat(meeting.get("metadata").get("ward").asInt()).isEqualTo(7);
    }

    @Test
    void newMeetingsAreMadeBesideThemAndItsTablesStayAsTheyWere() {
        assertThat(client.call("POST", "/session", "{}", 200).get("code").asString())
                .hasSize(10);

        assertThat(database.contents()).isEqualTo(before);
    }

    private String message(String method, String path, String body, int status) {
        return client.call(method, path, body, status).at("/error/message").asString();
    }

    /** What this service has no word for in the {@code .env} is said by a setting of its own. */
    private ConfigurableApplicationContext start(Path home) throws IOException {
        var variables = new TreeMap<>(database.variables());
        variables.put("PORT", "0");
        variables.put("LOG_LEVEL", "warn");
        variables.put("TIME_TO_START", "15");
        variables.put("JWT_SECRET", PredecessorClient.SECRET);
        variables.put("JWT_ISSUER", PredecessorClient.ISSUER);
        variables.put("VIDEOCONF_MIGRATION", "true");
        Files.write(
                home.resolve(".env"),
                variables.entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .toList());
        return new SpringApplication(ConveneServer.class)
                .run("--convene.home=" + home, "--convene.migration.adoption.provider=embedded");
    }

    private void fill() {
        database.insert(
                MEETINGS,
                row(
                        1,
                        SESSION,
                        "live",
                        Map.of(
                                "start_time",
                                CREATED,
                                "created_by",
                                "ut-1",
                                "ext_id",
                                "crm-17",
                                "ext_metadata",
                                "{\"ward\": 7}")));
        database.insert(
                MEETINGS,
                row(2, "2_to-come", "to-come", Map.of("is_scheduled", true, "schedule_time", "2037-01-01T00:00:00Z")));
        database.insert(MEETINGS, row(3, "2_over", "over", Map.of("end_time", CREATED)));
        database.insert(MEETINGS, row(4, "2_deleted", "deleted", Map.of("deleted", true)));
        database.insert(MEETINGS, row(5, "2_to-end", "to-end", Map.of()));
        database.insert(ATTENDEES, Map.of("id", 11, "session_id", SESSION, "attendee", "ann", "created_on", CREATED));
        database.insert(
                ATTENDEES,
                Map.of("id", 12, "session_id", SESSION, "attendee", "bob", "created_on", CREATED, "is_deleted", true));
        database.insert(ATTENDEES, Map.of("id", 13, "session_id", "2_over", "attendee", "cyd", "created_on", CREATED));
    }

    private static Map<String, Object> row(int id, String session, String link, Map<String, ?> more) {
        var row = new HashMap<String, Object>(Map.of(
                "id",
                id,
                "session_id",
                session,
                "meeting_link",
                link,
                "schedule_time",
                CREATED,
                "created_on",
                CREATED));
        row.putAll(more);
        return row;
    }
}
