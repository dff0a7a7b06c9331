package dev.convene.server.twilio;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.convene.vendor.testkit.twilio.TwilioCallback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API, and Twilio as it calls back. */
public final class TwilioClient implements AutoCloseable {

    public static final String JWT_SECRET = "a-secret-for-the-access-tokens-of-this-test";

    private static final List<String> PERMISSIONS = List.of(
            "CreateMeetingSession",
            "GetMeetings",
            "GenerateMeetingToken",
            "EditMeeting",
            "StopMeeting",
            "GetMeetingAttendees",
            "StartMeetingArchive",
            "StopMeetingArchive",
            "GetMeetingArchives",
            "DeleteMeetingArchive",
            "SetMeetingUploadTarget");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;

    public TwilioClient(URI url) {
        this.url = url;
    }

    /** An answer: its status, and its JSON if it has some. */
    public record Answer(int status, JsonNode body, String location) {

        public String text(String field) {
            return body.path(field).asString("");
        }
    }

    public Answer post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return call("POST", path, JsonMapper.shared().writeValueAsString(body));
    }

    public Answer call(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("authorization", "Bearer " + accessToken())
                .header("content-type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        boolean json = answer.headers().firstValue("content-type").orElse("").contains("json");
        return new Answer(
                answer.statusCode(),
                JsonMapper.shared().readTree(json ? answer.body() : "{}"),
                answer.headers().firstValue("location").orElse(""));
    }

    /** Twilio called the public address; what arrives here is what a proxy made of it. */
    public int deliver(TwilioCallback callback, String signature) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url.resolve(callback.url().getPath()))
                .timeout(Duration.ofSeconds(20))
                .header("content-type", TwilioCallback.CONTENT_TYPE)
                .header(TwilioCallback.SIGNATURE, signature)
                .POST(BodyPublishers.ofString(callback.body()))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String accessToken() {
        var claims = Map.<String, Object>of("id", "host", "userTenantId", "host", "permissions", PERMISSIONS);
        try {
            var token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
            token.sign(new MACSigner(JWT_SECRET));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
