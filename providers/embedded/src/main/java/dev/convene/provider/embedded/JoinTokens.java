package dev.convene.provider.embedded;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

/**
 * Signs and verifies join tokens: JWT (RFC 7519), HS256, with a type of their own so that no other token is taken for one
 * (RFC 8725, 3.11). Thread-safe.
 */
final class JoinTokens {

    private static final JOSEObjectType TYPE = new JOSEObjectType("convene-join+jwt");
    private static final String ISSUER = "convene";
    private static final String AUDIENCE = "convene-embedded";
    private static final int MAX_LENGTH = 16_384;

    private final JWSSigner signer;
    private final JWSVerifier verifier;
    private final Clock clock;

    JoinTokens(SharedSecret secret, Clock clock) {
        try {
            this.signer = new MACSigner(secret.bytes());
            this.verifier = new MACVerifier(secret.bytes());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The secret cannot sign", e);
        }
        this.clock = clock;
    }

    JoinToken sign(RoomId room, Grant grant) {
        // a NumericDate has whole seconds here; rounded down, so that the token never outlives its grant
        Instant expiresAt = grant.expiresAt().truncatedTo(ChronoUnit.SECONDS);
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .jwtID(RandomId.next())
                .subject(grant.participant().identity())
                .claim("room", room.value())
                .claim("name", grant.participant().name())
                .claim("role", grant.role().value())
                .issueTime(Date.from(grant.issuedAt()))
                .expirationTime(Date.from(expiresAt))
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build(), claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("Signing a join token failed", e);
        }
        return new JoinToken(jwt.serialize(), expiresAt);
    }

    /** What the token says, if it is ours and not expired; else refuses with {@code token-invalid} or {@code token-expired}. */
    JoinClaims verify(String token) {
        try {
            JoinClaims claims = claims(authentic(token));
            if (!clock.instant().isBefore(claims.expiresAt())) {
                throw Refusal.closing(ErrorCode.TOKEN_EXPIRED, "The join token has expired");
            }
            return claims;
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    private JWTClaimsSet authentic(String token) throws ParseException, JOSEException {
        if (token.length() > MAX_LENGTH) {
            throw invalid();
        }
        SignedJWT jwt = SignedJWT.parse(token);
        JWSHeader header = jwt.getHeader();
        boolean ours = JWSAlgorithm.HS256.equals(header.getAlgorithm()) && TYPE.equals(header.getType());
        if (!ours || !jwt.verify(verifier)) {
            throw invalid();
        }
        return jwt.getJWTClaimsSet();
    }

    private static JoinClaims claims(JWTClaimsSet claims) throws ParseException {
        boolean forUs = ISSUER.equals(claims.getIssuer()) && List.of(AUDIENCE).equals(claims.getAudience());
        Date expiry = claims.getExpirationTime();
        String identity = claims.getSubject();
        String name = claims.getStringClaim("name");
        String room = claims.getStringClaim("room");
        String role = claims.getStringClaim("role");
        if (!forUs || expiry == null || identity == null || name == null || room == null || role == null) {
            throw invalid();
        }
        return new JoinClaims(new RoomId(room), new Participant(identity, name), Role.of(role), expiry.toInstant());
    }

    private static Refusal invalid() {
        return Refusal.closing(ErrorCode.TOKEN_INVALID, "The join token is not valid");
    }
}
