package dev.convene.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.starter.web.RestServer.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a client gets wrong, and is told. */
class RefusedRequestsIT {

    private static RestServer server;

    @BeforeAll
    static void start() {
        server = RestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aWebhookWithAMalformedAddressIsRefusedAndNoFailureOfOurs() {
        assertThat(server.statusLineOf("POST /webhooks/fake?secret=%zz")).contains(" 400");
    }

    @Test
    void metadataIsLimitedForEveryListOfMeetingsHasIt() {
        String path = "/session/" + server.createdMeeting("{\"metadata\":{\"note\":\"" + "a".repeat(16_000) + "\"}}");
        String tooLong = "{\"metadata\":{\"note\":\"" + "a".repeat(17_000) + "\"}}";

        assertRefused(
                server.asAlice("POST", "/session", tooLong), "metadata must NOT have more than 16384 characters.");
        assertRefused(server.asAlice("PATCH", path, tooLong), "metadata must NOT have more than 16384 characters.");
    }

    @Test
    void anEditOfAWrongTypeIsRefusedByName() {
        String path = "/session/" + server.createdMeeting("{\"title\":\"Weekly\"}");

        assertRefused(server.asAlice("PATCH", path, "{\"title\":7}"), "title must be string.");
        assertRefused(server.asAlice("PATCH", path, "{\"metadata\":\"red\"}"), "metadata must be object.");
        assertRefused(
                server.asAlice("PATCH", path, "{\"endsAt\":\"noon\"}"), "endsAt must match format \"date-time\".");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String large = "{\"title\":\"" + "x".repeat(1_100_000) + "\"}";

        assertThat(server.asAlice("POST", "/session", large).status()).isEqualTo(413);
        assertThat(server.send("POST", "/webhooks/fake", new byte[300_000]).status())
                .isEqualTo(413);
    }

    @Test
    void jsonBeyondWhatIsReadIsTheClientsFault() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);

        assertThat(server.asAlice("POST", "/session", "{\"more\":" + deep + "}").status())
                .isEqualTo(400);
        assertThat(server.asAlice("POST", "/session", "{\"metadata\":{\"n\":" + "9".repeat(2_000) + "}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCursorThatNoPageGaveIsRefused() {
        for (String place :
                List.of("-1000000000-01-01T00:00:00Z a", "+1000000000-12-31T00:00:00Z a", "2027-01-01T00:00:00Z a\0")) {
            String cursor = Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));

            assertThat(server.asAlice("GET", "/session?cursor=" + cursor, "").status())
                    .isEqualTo(400);
            assertThat(server.asAlice("GET", "/archives?cursor=" + cursor, "").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void nullIsNoChoice() {
        String path = "/session/" + server.createdMeeting("{}");

        assertRefused(server.asAlice("POST", "/session", "{\"isScheduled\":null}"), "isScheduled must be boolean.");
        assertRefused(server.asAlice("PATCH", path, "{\"isScheduled\":null}"), "isScheduled must be boolean.");
        assertRefused(server.asAlice("PATCH", path, "{\"scheduleTime\":null}"), "scheduleTime must be string.");
        assertRefused(server.asAlice("PATCH", path, "{\"allowGuests\":null}"), "allowGuests must be boolean.");
    }

    @Test
    void onlyOneActiveCountsAndOnlyTrue() {
        String path = "/session/" + server.createdMeeting("{}") + "/attendees?active=";

        assertThat(server.asAlice("GET", path + "true,true", "").status()).isEqualTo(200);
        Answer twice = server.asAlice("GET", path + "true&active=true", "");

        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.json().get("error").get("message").asString())
                .isEqualTo("Invalid data [\"true\",\"true\"] for parameter \"active\".");
    }

    @Test
    void anAttendanceComesInNoOtherFormat() {
        String path = "/session/" + server.createdMeeting("{}") + "/attendance?format=";

        assertThat(server.asAlice("GET", path + "csv", "").header("content-type"))
                .startsWith("text/csv");
        assertThat(server.asAlice("GET", path + "xml", "").status()).isEqualTo(400);
    }

    private static void assertRefused(Answer answer, String why) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("detail").asString()).isEqualTo(why);
    }
}
