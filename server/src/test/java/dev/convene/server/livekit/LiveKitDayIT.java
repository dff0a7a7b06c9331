package dev.convene.server.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.meeting.MeetingSweeper;
import dev.convene.provider.livekit.LiveKitStub;
import dev.convene.server.e2e.RunningServer;
import dev.convene.server.twilio.TwilioClient;
import dev.convene.server.twilio.TwilioClient.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A day on LiveKit, told in order: people come, one is removed and comes back, it is recorded, it ends; LiveKit's webhooks arrive
 * late, shuffled and twice.
 */
@TestMethodOrder(OrderAnnotation.class)
class LiveKitDayIT {

    private static LiveKitStub livekit;
    private static RunningServer server;
    private static TwilioClient client;
    private static HttpClient http;
    private static String meeting;
    private static String room;
    private static String moderator;
    private static String archive;

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        http = HttpClient.newHttpClient();
        livekit = new LiveKitStub(Clock.systemUTC());
        server = RunningServer.start(
                home,
                "--JWT_SECRET=" + TwilioClient.JWT_SECRET,
                "--convene.default-provider=livekit",
                "--convene.livekit.url=" + livekit.url(),
                "--convene.livekit.api-key=" + LiveKitStub.KEY,
                "--convene.livekit.api-secret=" + LiveKitStub.SECRET,
                "--convene.livekit.archives.endpoint=" + livekit.url(),
                "--convene.livekit.archives.bucket=recordings",
                "--convene.livekit.archives.access-key=key",
                "--convene.livekit.archives.secret-key=secret");
        client = new TwilioClient(server.url());
        meeting = client.post("/session", Map.of("isScheduled", false)).text("code");
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable it : new AutoCloseable[] {http, client, server, livekit}) {
            if (it != null) {
                it.close();
            }
        }
    }

    @Test
    @Order(1)
    void forgedReportsChangeNothing() throws Exception {
        Answer token = token("ada", "moderator");
        room = token.text("sessionId");
        moderator = token.text("token");
        livekit.join(room, "ada");
        livekit.join(room, "ben");
        List<String> reports = livekit.takeWebhooks();

        for (String report : reports) {
            assertThat(deliver(report, livekit.signature(report + " "))).isEqualTo(401);
            assertThat(deliver(report, moderator)).isEqualTo(401);
        }
        assertThat(people()).isEmpty();
        shuffledAndTwice(reports);
        assertThat(people()).containsExactlyInAnyOrder("ada true", "ben true");
    }

    @Test
    @Order(2)
    void itIsRecordedAndTheFileCanBeHadAndDeleted() throws Exception {
        Answer started = client.post("/session/" + meeting + "/archives", Map.of("name", "Round"));
        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        archive = started.text("id");
        client.call("POST", "/archives/" + archive + "/stop", "");
        livekit.completeEgress();
        shuffledAndTwice(livekit.takeWebhooks());

        Answer ready = client.call("GET", "/archives/" + archive, "");
        assertThat(ready.text("status")).as(ready.toString()).isEqualTo("ready");
        assertThat(client.call("GET", "/archives/" + archive + "/download", "").location())
                .startsWith(livekit.url() + "/recordings/convene/");
        assertThat(client.call("DELETE", "/archives/" + archive, "").status()).isEqualTo(204);
        assertThat(livekit.requests()).anyMatch(it -> it.method().equals("DELETE"));
    }

    @Test
    @Order(3)
    void whoIsRemovedStaysOut() throws Exception {
        String eve = livekit.join(room, "eve");

        assertThat(asModerator("remove/" + eve, token("ben", "publisher").text("token")))
                .isEqualTo(403);
        assertThat(asModerator("remove/" + eve, moderator)).isEqualTo(204);
        assertThat(livekit.identities(room)).doesNotContain("eve");
        livekit.takeWebhooks();

        livekit.join(room, "eve");
        shuffledAndTwice(livekit.takeWebhooks());
        assertThat(livekit.identities(room)).doesNotContain("eve").contains("ada", "ben");
    }

    @Test
    @Order(4)
    void theModeratorEndsIt() throws Exception {
        assertThat(asModerator("end", moderator)).isEqualTo(204);

        assertThat(livekit.isOpen(room)).isFalse();
        shuffledAndTwice(livekit.takeWebhooks());
        assertThat(people()).contains("ada false", "ben false");
    }

    /** By LiveKit's usual setting a token opens its room again. */
    @Test
    @Order(5)
    void whoComesBackToAnEndedMeetingIsPutOut() throws Exception {
        livekit.join(room, "ben");
        shuffledAndTwice(livekit.takeWebhooks());

        server.bean(MeetingSweeper.class).sweep();

        assertThat(livekit.isOpen(room)).isFalse();
    }

    private static Answer token(String person, String role) throws Exception {
        Answer token = client.post("/session/" + meeting + "/token", Map.of("data", person, "role", role));
        assertThat(token.status()).as(token.toString()).isEqualTo(200);
        return token;
    }

    private static int asModerator(String what, String token) throws Exception {
        return post(server.url().resolve("/convene/livekit/moderation/" + what), "Bearer " + token, "");
    }

    private static void shuffledAndTwice(List<String> reports) throws Exception {
        var all = new ArrayList<>(reports);
        all.addAll(reports);
        Collections.shuffle(all, new Random(7));
        for (String report : all) {
            assertThat(deliver(report, livekit.signature(report))).as(report).isEqualTo(204);
        }
    }

    private static int deliver(String report, String authorization) throws Exception {
        return post(server.url().resolve("/webhooks/livekit"), authorization, report);
    }

    private static int post(URI url, String authorization, String body) throws Exception {
        var request = HttpRequest.newBuilder(url)
                .header("content-type", "application/webhook+json")
                .header("authorization", authorization)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static List<String> people() throws Exception {
        JsonNode people = client.call("GET", "/session/" + meeting + "/attendance", "")
                .body()
                .path("people");
        return people.valueStream()
                .map(it -> it.path("identity").asString() + " "
                        + it.path("present").asBoolean())
                .toList();
    }
}
