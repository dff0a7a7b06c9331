package dev.convene.provider.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/**
 * An API key of LiveKit with its secret, which signs everything between it and us: what people join with, what we ask, and what
 * LiveKit reports. Each is a JWT, HS256, whose issuer is the key (<a
 * href="https://docs.livekit.io/home/get-started/authentication/">Authentication</a>). Thread-safe; the secret is never told.
 */
final class ApiKey {

    /** HS256 takes no shorter key (RFC 7518, 3.2). */
    static final int LEAST_BYTES = 32;

    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();
    private static final int MAX_LENGTH = 16_384;

    private final String id;
    private final MACSigner signer;
    private final MACVerifier verifier;

    ApiKey(String id, String secret) {
        this.id = id;
        try {
            this.signer = new MACSigner(secret.getBytes(UTF_8));
            this.verifier = new MACVerifier(secret.getBytes(UTF_8));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The secret has fewer than " + LEAST_BYTES + " bytes", e);
        }
    }

    String sign(JWTClaimsSet.Builder claims) {
        var jwt = new SignedJWT(HEADER, claims.issuer(id).build());
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("Signing a token failed", e);
        }
        return jwt.serialize();
    }

    /**
     * What a token of this key says; empty if it is none, is not valid yet, or has expired.
     *
     * @param leeway for clocks that differ, either way
     */
    Optional<JWTClaimsSet> verify(String token, Instant now, Duration leeway) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean ours = JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) && jwt.verify(verifier);
            return ours ? Optional.of(jwt.getJWTClaimsSet()).filter(it -> isValid(it, now, leeway)) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private boolean isValid(JWTClaimsSet claims, Instant now, Duration leeway) {
        Date start = claims.getNotBeforeTime();
        Date end = claims.getExpirationTime();
        return id.equals(claims.getIssuer())
                && end != null
                && now.minus(leeway).isBefore(end.toInstant())
                && (start == null || !now.plus(leeway).isBefore(start.toInstant()));
    }

    @Override
    public String toString() {
        return "ApiKey[" + id + "]";
    }
}
