package dev.convene.server.crash;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API and, with the other secret, a sender of the embedded provider's webhooks. */
final class Api implements AutoCloseable {

    static final String JWT_SECRET = "a-secret-for-the-access-tokens-of-this-test";
    static final String WEBHOOK_SECRET = "a-secret-for-the-webhooks-of-this-test-only";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;

    Api(URI url) {
        this.url = url;
    }

    String createMeeting() throws IOException, InterruptedException {
        return call("POST", "/session", "{}").get("code").asString();
    }

    String roomOf(String code) throws IOException, InterruptedException {
        return call("GET", "/session/" + code, "").get("sessionId").asString();
    }

    /** Of a guest who comes by the link. */
    String joinToken(String code) throws IOException, InterruptedException {
        return call("POST", "/join/" + code, "{\"name\": \"Ada\"}").get("token").asString();
    }

    List<String> connectionsOf(String code) throws IOException, InterruptedException {
        return call("GET", "/session/" + code + "/attendance", "")
                .get("people")
                .valueStream()
                .flatMap(person -> person.get("visits").valueStream())
                .map(visit -> visit.get("connectionId").asString())
                .toList();
    }

    /** Whether the server acknowledged that somebody came in. */
    boolean reportJoin(String room, String connection) {
        String body = JSON.writeValueAsString(Map.of(
                "id",
                "event-" + connection,
                "event",
                "connectionCreated",
                "sessionId",
                room,
                "timestamp",
                Instant.now().toEpochMilli(),
                "connection",
                Map.of("id", connection, "data", "person-" + connection, "name", "Person")));
        var claims = Map.<String, Object>of(
                "iss", "convene-embedded", "iat", Instant.now().getEpochSecond(), "payload_hash", sha256(body));
        var request = HttpRequest.newBuilder(url.resolve("/webhooks/embedded"))
                .timeout(Duration.ofSeconds(10))
                .header("content-type", "application/json")
                .header("authorization", "Bearer " + signed(claims, WEBHOOK_SECRET))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 204;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        var claims = Map.<String, Object>of(
                "id", "tester",
                "permissions", List.of("CreateMeetingSession", "GetMeetings", "GetMeetingAttendees"),
                "exp", Instant.now().plusSeconds(600).getEpochSecond());
        var request = HttpRequest.newBuilder(url.resolve(path))
                .header("content-type", "application/json")
                .header("authorization", "Bearer " + signed(claims, JWT_SECRET))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private static String signed(Map<String, Object> claims, String secret) {
        try {
            var token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
