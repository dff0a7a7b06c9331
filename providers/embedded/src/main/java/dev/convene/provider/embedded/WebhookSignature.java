package dev.convene.provider.embedded;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Proves that a webhook's raw body comes from whoever has the webhook secret. Thread-safe. */
final class WebhookSignature {

    static final String ISSUER = "convene-embedded";
    static final Duration MAX_AGE = Duration.ofMinutes(5);

    private static final String BEARER = "Bearer ";

    private final JWSVerifier verifier;
    private final Clock clock;

    WebhookSignature(SharedSecret secret, Clock clock) {
        try {
            this.verifier = new MACVerifier(secret.bytes());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The secret cannot verify", e);
        }
        this.clock = clock;
    }

    void verify(WebhookRequest request) throws NotAuthentic {
        String header =
                request.header("Authorization").orElseThrow(() -> new NotAuthentic("no single Authorization header"));
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new NotAuthentic("not a bearer token");
        }
        try {
            verify(SignedJWT.parse(header.substring(BEARER.length()).strip()), request.body());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new NotAuthentic("not a signed JWT");
        }
    }

    private void verify(SignedJWT jwt, byte[] body) throws NotAuthentic, ParseException, JOSEException {
        if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
            throw new NotAuthentic("the signature is not ours");
        }
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        if (!ISSUER.equals(claims.getIssuer())) {
            throw new NotAuthentic("another issuer");
        }
        if (!isFresh(claims.getIssueTime())) {
            throw new NotAuthentic("iat is missing or too far away");
        }
        if (!hashes(claims.getStringClaim("payload_hash"), body)) {
            throw new NotAuthentic("the body is not the one that was signed");
        }
    }

    private boolean isFresh(@Nullable Date issuedAt) {
        return issuedAt != null
                && Duration.between(issuedAt.toInstant(), clock.instant()).abs().compareTo(MAX_AGE) <= 0;
    }

    private static boolean hashes(@Nullable String hash, byte[] body) {
        if (hash == null) {
            return false;
        }
        byte[] expected = HexFormat.of().formatHex(sha256(body)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, hash.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JRE has SHA-256", e);
        }
    }
}
