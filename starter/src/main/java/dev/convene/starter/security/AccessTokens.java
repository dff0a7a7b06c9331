package dev.convene.starter.security;

import dev.convene.starter.security.Refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies access tokens: HS256 and nothing else (https://www.rfc-editor.org/rfc/rfc8725#section-3.1), the issuer, and the
 * times to the second, without a leeway. Safe for use by many threads.
 */
final class AccessTokens {

    private final JwtDecoder decoder;
    private final Rules rules;
    private final Clock clock;

    /**
     * What is asked of a token besides its signature.
     *
     * @param issuer null for any
     */
    record Rules(@Nullable String issuer, boolean requireExpiry) {}

    AccessTokens(SecretKey key, Rules rules, Clock clock) {
        this.decoder = decoder(key);
        this.rules = rules;
        this.clock = clock;
    }

    /** @param token in its compact form */
    CallerAuthentication verify(String token) throws Refused {
        Jwt jwt = decode(token);
        Instant now = clock.instant();
        checkIssuer(jwt);
        checkTimes(jwt, now);
        var claims = new CallerClaims(jwt.getClaims());
        if (claims.passwordExpiry().filter(it -> !now.isBefore(it)).isPresent()) {
            throw new Refused(Refusal.PASSWORD_EXPIRED);
        }
        return claims.authentication(jwt.getExpiresAt());
    }

    private Jwt decode(String token) throws Refused {
        try {
            return decoder.decode(token);
        } catch (JwtException | IllegalArgumentException e) {
            throw new Refused(Refusal.TOKEN_INVALID);
        }
    }

    private void checkIssuer(Jwt jwt) throws Refused {
        if (rules.issuer() != null && !Objects.equals(rules.issuer(), jwt.getClaimAsString("iss"))) {
            throw new Refused(Refusal.TOKEN_INVALID);
        }
    }

    /** https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4 and 4.1.5 */
    private void checkTimes(Jwt jwt, Instant now) throws Refused {
        Instant expiresAt = jwt.getExpiresAt();
        if (expiresAt == null && rules.requireExpiry()) {
            throw new Refused(Refusal.TOKEN_INVALID);
        }
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            throw new Refused(Refusal.TOKEN_EXPIRED);
        }
        if (jwt.getNotBefore() != null && now.isBefore(jwt.getNotBefore())) {
            throw new Refused(Refusal.TOKEN_INVALID);
        }
    }

    private static JwtDecoder decoder(SecretKey key) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .validateType(false)
                .build();
        // the decoder's own rules have a leeway of a minute
        decoder.setJwtValidator(jwt -> OAuth2TokenValidatorResult.success());
        // nobody asks when a token was issued; if after its end, the decoder would take it for malformed
        decoder.setClaimSetConverter(MappedJwtClaimSetConverter.withDefaults(Map.of("iat", it -> null)));
        return decoder;
    }
}
