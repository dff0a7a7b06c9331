package dev.convene.starter.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.convene.starter.security.Refusal.Refused;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies signatures: by the one algorithm that goes with a secret, or by those that go with public keys, never by what the
 * token names alone (https://www.rfc-editor.org/rfc/rfc8725#section-3.1). Keys that a token brings along or refers to are not
 * looked at.
 */
final class TokenDecoders {

    private TokenDecoders() {}

    /** HS256 and nothing else. */
    static JwtDecoder bySecret(SecretKey key) {
        return plain(NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .validateType(false)
                .build());
    }

    static JwtDecoder byPublicKeys(JWKSource<SecurityContext> keys, Set<SignatureAlgorithm> algorithms) {
        return plain(NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(it -> it.addAll(algorithms))
                .build());
    }

    /** @throws Refused that the token is invalid, or that its key cannot be looked up now */
    static Jwt decode(JwtDecoder decoder, String token) throws Refused {
        try {
            return decoder.decode(token);
        } catch (JwtException | IllegalArgumentException e) {
            throw new Refused(
                    e.getCause() instanceof KeySourceException ? Refusal.KEYS_UNAVAILABLE : Refusal.TOKEN_INVALID);
        }
    }

    private static JwtDecoder plain(NimbusJwtDecoder decoder) {
        // the decoder's own rules have a leeway of a minute
        decoder.setJwtValidator(jwt -> OAuth2TokenValidatorResult.success());
        // nobody asks when a token was issued; if after its end, the decoder would take it for malformed
        decoder.setClaimSetConverter(MappedJwtClaimSetConverter.withDefaults(Map.of("iat", it -> null)));
        return decoder;
    }
}
