package dev.convene.provider.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/**
 * Signs Twilio's access tokens (https://www.twilio.com/docs/iam/access-tokens): JWT, HS256 with the secret of the API key,
 * for one person and one room. Ours say besides who the person is to other people and whether they moderate, in the claim
 * {@value #OURS}, which is nobody else's business: a claim that is not understood is ignored (RFC 7519, 4). Thread-safe.
 */
final class AccessTokens {

    static final String OURS = "convene";

    private static final String CONTENT_TYPE = "twilio-fpa;v=1";
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);
    private static final int HS256_KEY_BYTES = 32;
    private static final int MAX_LENGTH = 16_384;

    /**
     * Whose tokens they are.
     *
     * @param secret of the key, not the account's auth token
     */
    record Key(String accountSid, String keySid, String secret) {

        @Override
        public String toString() {
            return "Key[accountSid=" + accountSid + ", keySid=" + keySid + "]";
        }
    }

    /** What a token of ours says. */
    record Holder(RoomId room, String identity, Role role) {}

    private final Key key;
    private final Clock clock;
    private final MACSigner signer;
    private final MACVerifier verifier;

    AccessTokens(Key key, Clock clock) {
        // HMAC fills a short key up with zeros itself (RFC 2104, 2), the library refuses one
        byte[] bytes = key.secret().getBytes(UTF_8);
        byte[] secret = Arrays.copyOf(bytes, Math.max(bytes.length, HS256_KEY_BYTES));
        this.key = key;
        this.clock = clock;
        try {
            this.signer = new MACSigner(secret);
            this.verifier = new MACVerifier(secret);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The secret cannot sign", e);
        }
    }

    JoinToken sign(RoomId room, Grant grant) {
        Instant expiresAt =
                earlier(grant.expiresAt(), grant.issuedAt().plus(LONGEST_LIFE)).truncatedTo(ChronoUnit.SECONDS);
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .contentType(CONTENT_TYPE)
                .build();
        var jwt = new SignedJWT(header, claims(room, grant, expiresAt));
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("Signing an access token failed", e);
        }
        return new JoinToken(jwt.serialize(), expiresAt);
    }

    private JWTClaimsSet claims(RoomId room, Grant grant, Instant expiresAt) {
        Participant person = grant.participant();
        return new JWTClaimsSet.Builder()
                .jwtID(key.keySid() + "-" + grant.issuedAt().getEpochSecond())
                .issuer(key.keySid())
                .subject(key.accountSid())
                .issueTime(Date.from(grant.issuedAt()))
                .expirationTime(Date.from(expiresAt))
                .claim("grants", Map.of("identity", person.identity(), "video", Map.of("room", room.value())))
                .claim(OURS, Map.of("name", person.name(), "role", grant.role().value()))
                .build();
    }

    /** Who holds the token; empty if it is not ours, or has expired. */
    Optional<Holder> verify(String token) {
        try {
            if (token.length() > MAX_LENGTH) {
                return Optional.empty();
            }
            SignedJWT jwt = SignedJWT.parse(token);
            boolean ours = JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) && jwt.verify(verifier);
            return ours ? holder(jwt.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Holder> holder(JWTClaimsSet claims) throws ParseException {
        Date expiry = claims.getExpirationTime();
        boolean valid = key.keySid().equals(claims.getIssuer())
                && key.accountSid().equals(claims.getSubject())
                && expiry != null
                && clock.instant().isBefore(expiry.toInstant());
        if (!valid
                || !(claims.getClaim("grants") instanceof Map<?, ?> grants)
                || !(grants.get("identity") instanceof String identity)
                || !(grants.get("video") instanceof Map<?, ?> video)
                || !(video.get("room") instanceof String room)
                || !(claims.getClaim(OURS) instanceof Map<?, ?> ours)
                || !(ours.get("role") instanceof String role)) {
            return Optional.empty();
        }
        return Optional.of(new Holder(new RoomId(room), identity, Role.of(role)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
