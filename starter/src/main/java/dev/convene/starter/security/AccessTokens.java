package dev.convene.starter.security;

import dev.convene.core.access.TokenFingerprint;
import dev.convene.core.meeting.Caller;
import dev.convene.starter.security.Refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies access tokens: the signature, the issuer, the audience, the times to the second, without a leeway, and that it was
 * not revoked. Safe for use by many threads.
 */
final class AccessTokens {

    private final JwtDecoder decoder;
    private final Rules rules;
    private final Revocations revocations;
    private final Clock clock;

    /**
     * What is asked of a token besides its signature.
     *
     * @param issuer null for any
     * @param audiences of which it must have one; none for any
     */
    record Rules(@Nullable String issuer, List<String> audiences, boolean requireExpiry) {}

    AccessTokens(JwtDecoder decoder, Rules rules, Revocations revocations, Clock clock) {
        this.decoder = decoder;
        this.rules = rules;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** @param token in its compact form */
    CallerAuthentication verify(String token) throws Refused {
        Jwt jwt = ofIssuer(token);
        Instant now = clock.instant();
        checkTimes(jwt, now);
        var claims = new CallerClaims(jwt.getClaims());
        if (claims.passwordExpiry().filter(it -> !now.isBefore(it)).isPresent()) {
            throw new Refused(Refusal.PASSWORD_EXPIRED);
        }
        revocations.check(TokenFingerprint.of(token));
        return claims.authentication(jwt.getExpiresAt());
    }

    /**
     * Refuses the token from now on; one that has ended stays as it is.
     *
     * @throws Refused if it is no token that would be valid here at any time
     */
    void revoke(String token, Caller by) throws Refused {
        Jwt jwt = ofIssuer(token);
        Instant expiresAt = jwt.getExpiresAt();
        if (expiresAt == null || clock.instant().isBefore(expiresAt)) {
            revocations.revoke(TokenFingerprint.of(token), expiresAt, by);
        }
    }

    private Jwt ofIssuer(String token) throws Refused {
        Jwt jwt = TokenDecoders.decode(decoder, token);
        boolean issued = rules.issuer() == null || Objects.equals(rules.issuer(), jwt.getClaimAsString("iss"));
        boolean meant = rules.audiences().isEmpty() || isMeantForUs(jwt);
        if (!issued || !meant) {
            throw new Refused(Refusal.TOKEN_INVALID);
        }
        return jwt;
    }

    /** https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3 */
    private boolean isMeantForUs(Jwt jwt) {
        List<String> audience = jwt.getAudience();
        return audience != null && !Collections.disjoint(audience, rules.audiences());
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
}
