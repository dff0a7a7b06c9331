package dev.convene.provider.vonage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookRequest;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Proves that a callback comes from Vonage. A signed one carries {@code Authorization: Bearer <JWT>}, HS256, with {@code iat}
 * and in {@code payload_hash} the lower-case hex SHA-256 of the raw body; see <a
 * href="https://developer.vonage.com/en/video/guides/secure-callbacks">Secure callbacks</a>. An unsigned one carries a secret of
 * ours in the URL that was given to Vonage. Thread-safe.
 */
final class CallbackProof {

    /** Either way; a callback that is repeated by somebody else meanwhile changes nothing. */
    static final Duration MAX_AGE = Duration.ofMinutes(10);

    private static final String BEARER = "Bearer ";
    private static final String SECRET = "secret=";

    private final List<HmacKey> signatures;
    private final @Nullable HmacKey secret;
    private final Clock clock;

    /** @param signatures each kind of callback has a secret of its own in the dashboard */
    CallbackProof(List<HmacKey> signatures, @Nullable HmacKey secret, Clock clock) {
        this.signatures = List.copyOf(signatures);
        this.secret = secret;
        this.clock = clock;
    }

    /** Without either kind of secret nothing can be proved. */
    boolean isPossible() {
        return secret != null || !signatures.isEmpty();
    }

    void verify(WebhookRequest request) throws NotAuthentic {
        Optional<String> authorization = request.header("Authorization");
        if (authorization.isPresent() && !signatures.isEmpty()) {
            verifySignature(authorization.get(), request.body());
        } else if (secret == null) {
            throw new NotAuthentic("it is not signed, and there is no convene.vonage.callbacks.secret");
        } else if (!secret.is(secretIn(request))) {
            throw new NotAuthentic("its URL does not carry convene.vonage.callbacks.secret");
        }
    }

    private void verifySignature(String authorization, byte[] body) throws NotAuthentic {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new NotAuthentic("not a bearer token");
        }
        JsonNode claims = Jwt.verified(authorization.substring(BEARER.length()).strip(), signatures)
                .orElseThrow(() -> new NotAuthentic("not signed with convene.vonage.callbacks.signature-secrets"));
        if (!isFresh(claims.path("iat"))) {
            throw new NotAuthentic("iat is missing or too far away");
        }
        byte[] hash = claims.path("payload_hash").asString("").getBytes(US_ASCII);
        if (!MessageDigest.isEqual(sha256(body).getBytes(US_ASCII), hash)) {
            throw new NotAuthentic("the signature does not fit the body");
        }
    }

    private boolean isFresh(JsonNode issuedAt) {
        if (!issuedAt.isIntegralNumber() || !issuedAt.canConvertToLong()) {
            return false;
        }
        Duration age = Duration.ofSeconds(clock.instant().getEpochSecond() - issuedAt.longValue());
        return age.abs().compareTo(MAX_AGE) <= 0;
    }

    /** The only one of the query, or nothing that is a secret. */
    private static String secretIn(WebhookRequest request) {
        String query = request.url().getRawQuery();
        List<String> found = query == null
                ? List.of()
                : List.of(query.split("&")).stream()
                        .filter(it -> it.startsWith(SECRET))
                        .toList();
        return found.size() == 1 ? URLDecoder.decode(found.getFirst().substring(SECRET.length()), UTF_8) : "";
    }

    /** Lower-case hex. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
