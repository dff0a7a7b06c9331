package dev.convene.starter.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Access tokens as an organisation makes them. */
final class TestTokens {

    static final String SECRET = "a secret of the organisation, long enough";
    static final String ISSUER = "organisation";

    private TestTokens() {}

    static Map<String, Object> claims(Object... permissions) {
        return Map.of("iss", ISSUER, "userTenantId", "ut-1", "username", "alice", "permissions", List.of(permissions));
    }

    static Map<String, Object> claims(String claim, Object value) {
        return Map.of("iss", ISSUER, "userTenantId", "ut-1", claim, value);
    }

    static String signed(Map<String, Object> claims) {
        return signed(claims, SECRET);
    }

    static String signed(Map<String, Object> claims, String secret) {
        return signed(claims, HmacKeys.of(secret), JWSAlgorithm.HS256);
    }

    /** HS512 takes a longer key than the service has, so it gets the same bytes padded. */
    static String signedWithHs512(Map<String, Object> claims) {
        var padded = Arrays.copyOf(SECRET.getBytes(StandardCharsets.UTF_8), 64);
        return signed(claims, new SecretKeySpec(padded, "HmacSHA512"), JWSAlgorithm.HS512);
    }

    private static String signed(Map<String, Object> claims, SecretKey key, JWSAlgorithm algorithm) {
        var set = new JWTClaimsSet.Builder();
        // the library writes seconds for its own date claims only if they are dates
        claims.forEach((name, value) -> set.claim(name, value instanceof Instant at ? Date.from(at) : value));
        var token = new SignedJWT(new JWSHeader(algorithm), set.build());
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
