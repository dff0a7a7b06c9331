package dev.convene.provider.livekit;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/**
 * Proves that a webhook comes from LiveKit: its {@code Authorization} is a token of our API key, without the word Bearer, whose
 * claim {@code sha256} is the SHA-256 of the raw body in Base64 (<a
 * href="https://docs.livekit.io/home/server/webhooks/">Webhooks</a>). Thread-safe.
 */
final class WebhookProof {

    /** What LiveKit itself allows for clocks that differ. */
    static final Duration LEEWAY = Duration.ofMinutes(1);

    private static final String BEARER = "Bearer ";

    private final ApiKey key;
    private final Clock clock;

    WebhookProof(ApiKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    void verify(WebhookRequest request) throws NotAuthentic {
        String authorization = request.header("Authorization").orElseThrow(() -> new NotAuthentic("it is not signed"));
        String token = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length())
                : authorization;
        JWTClaimsSet claims = key.verify(token.strip(), clock.instant(), LEEWAY)
                .orElseThrow(() -> new NotAuthentic("its token is not of convene.livekit.api-key, or has expired"));
        if (!(claims.getClaim("sha256") instanceof String hash) || !isHashOf(request.body(), hash)) {
            throw new NotAuthentic("the signature does not fit the body");
        }
    }

    /** Takes the same time for every wrong hash. */
    private static boolean isHashOf(byte[] body, String hash) {
        try {
            return MessageDigest.isEqual(sha256(body), Base64.getDecoder().decode(hash));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
