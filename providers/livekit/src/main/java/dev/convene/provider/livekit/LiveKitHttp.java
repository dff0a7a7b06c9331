package dev.convene.provider.livekit;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import tools.jackson.databind.json.JsonMapper;

/** Sends calls to LiveKit, as JSON over Twirp, each with a token of its own. */
final class LiveKitHttp {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CALL = Duration.ofMinutes(1);

    private final ApiKey key;
    private final URI url;
    private final BoundedHttp http;
    private final Clock clock;

    /** @param url of the server's HTTP interface, without a slash at the end */
    LiveKitHttp(ApiKey key, URI url, BoundedHttp http, Clock clock) {
        this.key = key;
        this.url = url;
        this.http = http;
        this.clock = clock;
    }

    /** LiveKit's answer; for what {@link BoundedHttp#send} throws there is none. */
    Answer send(Call call) {
        HttpResponse<byte[]> response = http.send(call.what(), call.repeatable(), () -> request(call));
        return new Answer(call.what(), response.statusCode(), response.body());
    }

    private HttpRequest request(Call call) {
        Instant now = clock.instant();
        String token = key.sign(new JWTClaimsSet.Builder()
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(CALL)))
                .claim("video", call.grants()));
        return HttpRequest.newBuilder(URI.create(url + call.path()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(call.body())))
                .build();
    }
}
