package dev.convene.server.predecessor;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the predecessor's API, with an access token as the predecessor's users have it. */
final class PredecessorClient implements AutoCloseable {

    static final String SECRET = "a-secret-of-the-operator-who-moves-over";
    static final String ISSUER = "https://authentication.service";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    PredecessorClient(int port) {
        this.port = port;
    }

    JsonNode call(String method, String path, String body, int status) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("content-type", "application/json")
                .header("authorization", "Bearer " + token())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode())
                    .as("%s %s: %s", method, path, response.body())
                    .isEqualTo(status);
            return JsonMapper.shared().readTree(response.body().isEmpty() ? "null" : response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static String token() {
        List<String> permissions = List.of(
                "CreateMeetingSession",
                "GenerateMeetingToken",
                "EditMeeting",
                "StopMeeting",
                "GetMeetingAttendees",
                "GetMeetings");
        try {
            var token = new JWSObject(
                    new JWSHeader(JWSAlgorithm.HS256),
                    new Payload(
                            Map.of("id", "u-1", "userTenantId", "ut-1", "iss", ISSUER, "permissions", permissions)));
            token.sign(new MACSigner(SECRET));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
