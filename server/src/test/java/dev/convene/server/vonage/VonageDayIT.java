package dev.convene.server.vonage;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.convene.provider.vonage.CallbackSender;
import dev.convene.provider.vonage.Credentials;
import dev.convene.provider.vonage.VonageStub;
import dev.convene.server.e2e.RunningServer;
import dev.convene.testkit.VendorFault;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A day with Vonage through the REST API on PostgreSQL: three people meet, are recorded, and Vonage's callbacks come as they like. */
@TestInstance(Lifecycle.PER_CLASS)
class VonageDayIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JWT_SECRET = "a-secret-for-the-access-tokens-of-this-test";
    private static final String SIGNATURE_SECRET = "of-the-callbacks";
    private static final List<String> PERMISSIONS = List.of(
            "CreateMeetingSession",
            "GenerateMeetingToken",
            "StopMeeting",
            "GetMeetingAttendees",
            "GetMeetings",
            "StartMeetingArchive",
            "StopMeetingArchive",
            "GetMeetingArchives",
            "DeleteMeetingArchive",
            "SetMeetingUploadTarget");

    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedPostgres postgres;
    private VonageStub vonage;
    private RunningServer server;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        postgres = EmbeddedPostgres.start();
        vonage = new VonageStub(Credentials.OPENTOK);
        server = RunningServer.start(
                home,
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--convene.jwt.secret=" + JWT_SECRET,
                "--VONAGE_API_KEY=" + Credentials.OPENTOK.project(),
                "--VONAGE_API_SECRET=" + ((Credentials.OpenTok) Credentials.OPENTOK).secret(),
                "--convene.vonage.url=" + vonage.url(),
                "--convene.vonage.callbacks.signature-secrets=" + SIGNATURE_SECRET);
    }

    @AfterEach
    void quiet() {
        vonage.recover();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        postgres.close();
        http.close();
        vonage.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void threePeopleMeetAreRecordedAndEverythingIsKnownInTheEnd(long seed) throws Exception {
        String code = called(
                        200,
                        "POST",
                        "/session",
                        Map.of(
                                "isScheduled",
                                true,
                                "scheduleTime",
                                Instant.now().plusSeconds(300).toString()))
                .path("code")
                .asString();
        String session = comes(code, "ada");
        comes(code, "ben");
        comes(code, "cyd");
        JsonNode archive = called(201, "POST", "/session/" + code + "/archives", Map.of());
        String benFirst = connectionOf(session, "ben");
        vonage.stream("streamCreated", session, benFirst);
        vonage.stream("streamDestroyed", session, benFirst);
        vonage.leave(session, benFirst);
        comes(code, "ben");
        called(200, "POST", "/archives/" + archive.path("id").asString() + "/stop", Map.of());
        vonage.complete(archive.path("metaData").path("id").asString());
        called(204, "PATCH", "/session/" + code + "/end", Map.of());
        assertThat(vonage.connected(session)).isZero();

        deliverShuffledAndRepeated(new Random(seed));

        JsonNode people =
                called(200, "GET", "/session/" + code + "/attendance", null).path("people");
        assertThat(people.valueStream().map(it -> it.path("identity").asString()))
                .containsExactlyInAnyOrder("ada", "ben", "cyd");
        people.forEach(it -> {
            assertThat(it.path("visits").size())
                    .isEqualTo(it.path("identity").asString().equals("ben") ? 2 : 1);
            assertThat(it.path("lastLeave").isString()).isTrue();
            assertThat(it.path("secondsPresent").asLong()).isPositive();
        });
        assertThat(called(200, "GET", "/session/" + code + "/attendees?active=true", null)
                        .size())
                .isZero();
        archiveIsReadyAndCanBeDeleted(code, archive);
    }

    private void archiveIsReadyAndCanBeDeleted(String code, JsonNode archive) throws Exception {
        String path = "/archives/" + archive.path("id").asString();
        JsonNode listed = called(200, "GET", "/archives?meeting=" + code, null);
        assertThat(listed.path("count").asInt()).isEqualTo(1);
        assertThat(listed.path("items").path(0).path("status").asString()).isEqualTo("ready");
        HttpResponse<String> download = call("GET", path + "/download", null);
        assertThat(download.statusCode()).isEqualTo(302);
        called(204, "DELETE", path, null);
        called(404, "GET", path, null);
        called(200, "GET", "/archives?meeting=" + code, null)
                .path("items")
                .forEach(it -> assertThat(it).isNull());
    }

    /** The predecessor's process died of it. */
    @Test
    void whileVonageIsDownTheServerStaysAndSaysWhenToTryAgain() throws Exception {
        vonage.fail(VendorFault.answers(503));

        HttpResponse<String> answer = call("POST", "/session", Map.of());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        vonage.recover();
        called(200, "POST", "/session", Map.of());
    }

    @Test
    void aCallbackThatNobodySignedIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/webhooks/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"event\":\"connectionCreated\"}"))
                .build();

        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
    }

    /** Gets a token from the API and goes in with it. */
    private String comes(String code, String who) throws Exception {
        JsonNode admission = called(200, "POST", "/session/" + code + "/token", Map.of("data", who));
        String session = admission.path("sessionId").asString();
        vonage.enterWith(session, admission.path("token").asString());
        return session;
    }

    private String connectionOf(String session, String who) {
        return vonage.present(session).entrySet().stream()
                .filter(it -> it.getValue().contains(who))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private void deliverShuffledAndRepeated(Random random) throws Exception {
        var bodies = new ArrayList<String>();
        for (String body : vonage.takeCallbacks()) {
            bodies.addAll(Collections.nCopies(1 + random.nextInt(3), body));
        }
        Collections.shuffle(bodies, random);
        for (String body : bodies) {
            HttpRequest request = HttpRequest.newBuilder(
                            server.url().resolve(random.nextBoolean() ? "/webhooks/session" : "/webhooks/vonage"))
                    .header("Content-Type", "application/json")
                    .header("Authorization", CallbackSender.signature(SIGNATURE_SECRET, body, Instant.now()))
                    .POST(BodyPublishers.ofString(body))
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(204);
        }
    }

    private JsonNode called(int expected, String method, String path, Map<String, Object> body) throws Exception {
        HttpResponse<String> answer = call(method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isEqualTo(expected);
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private HttpResponse<String> call(String method, String path, Map<String, Object> body) throws Exception {
        var token = new JWSObject(
                new JWSHeader(JWSAlgorithm.HS256),
                new Payload(Map.of(
                        "id",
                        "host",
                        "permissions",
                        PERMISSIONS,
                        "exp",
                        Instant.now().plusSeconds(600).getEpochSecond())));
        token.sign(new MACSigner(JWT_SECRET));
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url().resolve(path))
                .header("Authorization", "Bearer " + token.serialize());
        if (body == null) {
            return http.send(request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        }
        request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
