package dev.convene.provider.vonage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.core.provider.WebhookRequest;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends callbacks as Vonage does. */
public final class CallbackSender {

    private CallbackSender() {}

    /** The header of a signed callback with that body. */
    public static String signature(String secret, String body, Instant now) {
        return "Bearer " + signed(secret, claims(body, now));
    }

    static Map<String, Object> claims(String body, Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iat", now.getEpochSecond());
        claims.put("jti", "c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5");
        claims.put("iss", "Vonage");
        claims.put("payload_hash", CallbackProof.sha256(body.getBytes(UTF_8)));
        claims.put("api_key", "a1b2c3d");
        claims.put("application_id", "aaaaaaaa-bbbb-cccc-dddd-0123456789ab");
        return claims;
    }

    static String signed(String secret, Map<String, Object> claims) {
        return Jwt.sign(new HmacKey(secret), claims);
    }

    static WebhookRequest request(String query, String authorization, String body) {
        return new WebhookRequest(
                URI.create("https://meet.example/webhooks/vonage" + query),
                authorization == null ? Map.of() : Map.of("authorization", List.of(authorization)),
                body.getBytes(UTF_8));
    }
}
