package dev.convene.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinTokensTest {

    private static final String SECRET =
            "a secret of the tests, 32 bytes and more: enough for HS512, which asks for 64";
    private static final JOSEObjectType TYPE = new JOSEObjectType("convene-join+jwt");
    private static final RoomId ROOM = new RoomId("room-1");
    private static final Participant ADA = new Participant("ada@example.org", "Ada \"the first\" Łovelace");

    private final SettableClock clock = new SettableClock();
    private final JoinTokens tokens = new JoinTokens(SharedSecret.of(SECRET), clock);

    @Test
    void aTokenSaysWhatWasGranted() {
        Instant expiry = clock.instant().plus(Duration.ofMinutes(5));

        JoinToken token = tokens.sign(ROOM, new Grant(ADA, Role.MODERATOR, clock.instant(), expiry));

        assertThat(token.expiresAt()).isEqualTo(expiry);
        assertThat(tokens.verify(token.value())).isEqualTo(new JoinClaims(ROOM, ADA, Role.MODERATOR, expiry));
    }

    @Test
    void theSignedFormIsAJwtOfItsOwnType() throws Exception {
        SignedJWT jwt = SignedJWT.parse(token());

        assertThat(jwt.getHeader().toJSONObject())
                .containsOnlyKeys("alg", "typ")
                .containsEntry("typ", TYPE.getType());
        assertThat(jwt.getJWTClaimsSet().getClaims())
                .containsOnlyKeys("iss", "aud", "jti", "sub", "room", "name", "role", "iat", "exp");
    }

    @Test
    void aTokenIsGoodUntilTheSecondItExpires() {
        String token = token();

        clock.advance(Duration.ofMinutes(5).minusNanos(1));
        assertThat(tokens.verify(token).participant()).isEqualTo(ADA);

        clock.advance(Duration.ofNanos(1));
        assertRefused(token, ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void aTokenNeverOutlivesItsGrant() {
        Instant expiry = clock.instant().plusMillis(90_999);

        JoinToken token = tokens.sign(ROOM, new Grant(ADA, Role.PUBLISHER, clock.instant(), expiry));

        assertThat(token.expiresAt()).isEqualTo(clock.instant().plusSeconds(90));
        assertThat(tokens.verify(token.value()).expiresAt()).isEqualTo(token.expiresAt());
    }

    @Test
    void anotherSecretSignsNothing() {
        var others = new JoinTokens(SharedSecret.of(SECRET.replace('a', 'b')), clock);

        assertInvalid(others.sign(ROOM, grant()).value());
    }

    @Test
    void aTokenWithoutASignatureIsNone() {
        assertInvalid(new PlainJWT(claims().build()).serialize());
        String signed = token();
        assertInvalid(signed.substring(0, signed.lastIndexOf('.') + 1));
        assertInvalid(base64("{\"alg\":\"none\",\"typ\":\"convene-join+jwt\"}") + "." + signed.split("\\.")[1] + ".");
    }

    @Test
    void anotherAlgorithmIsRefusedEvenWithTheRightSecret() throws Exception {
        assertInvalid(
                signed(new JWSHeader.Builder(JWSAlgorithm.HS512).type(TYPE).build(), claims().build()));
    }

    @Test
    void aJwtOfAnotherTypeIsRefusedEvenWithTheRightSecret() throws Exception {
        assertInvalid(signed(new JWSHeader(JWSAlgorithm.HS256), claims().build()));
        assertInvalid(signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims().build()));
    }

    @Test
    void theControlOfTheseTestsIsValid() throws Exception {
        assertThat(tokens.verify(signed(claims().build())).room()).isEqualTo(ROOM);
    }

    @Test
    void aTokenWithoutAnExpiryIsRefused() throws Exception {
        assertInvalid(signed(claims().expirationTime(null).build()));
    }

    @Test
    void anotherIssuerOrAudienceIsRefused() throws Exception {
        assertInvalid(signed(claims().issuer("somebody").build()));
        assertInvalid(signed(claims().audience("convene").build()));
        assertInvalid(signed(claims().audience((String) null).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "room", "role"})
    void everyClaimIsNeeded(String claim) throws Exception {
        assertInvalid(signed(claims().claim(claim, null).build()));
        assertInvalid(signed(claims().claim(claim, "").build()));
    }

    @Test
    void aNameIsNeededButMayBeEmpty() throws Exception {
        assertInvalid(signed(claims().claim("name", null).build()));
        assertInvalid(signed(claims().claim("name", 7).build()));
        assertThat(tokens.verify(signed(claims().claim("name", "").build()))
                        .participant()
                        .name())
                .isEmpty();
    }

    @Test
    void anUnknownRoleIsRefused() throws Exception {
        assertInvalid(signed(claims().claim("role", "owner").build()));
    }

    @Test
    void aChangedClaimBreaksTheSignature() {
        String[] parts = token().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);

        assertInvalid(parts[0] + "." + base64(claims.replace("publisher", "moderator")) + "." + parts[2]);
        assertInvalid(parts[0] + "." + base64(claims.replace("room-1", "room-2")) + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "eyJhbGciOiJIUzI1NiJ9..", "\u0000"})
    void nonsenseIsRefused(String nonsense) {
        assertInvalid(nonsense);
    }

    @Test
    void aVeryLongTextIsNotEvenParsed() {
        assertInvalid(token() + "A".repeat(20_000));
    }

    @Test
    void twoTokensOfOneGrantAreTwo() {
        assertThat(token()).isNotEqualTo(token());
    }

    @Test
    void theLongestIdentityFits() {
        var longest = new Participant("ł".repeat(Participant.MAX_IDENTITY_LENGTH), "\u0001".repeat(100));
        var grant = new Grant(
                longest, Role.PUBLISHER, clock.instant(), clock.instant().plusSeconds(60));

        assertThat(tokens.verify(tokens.sign(ROOM, grant).value()).participant())
                .isEqualTo(longest);
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> SharedSecret.of("x".repeat(31))).hasMessageContaining("32 bytes");
    }

    private String token() {
        return tokens.sign(ROOM, grant()).value();
    }

    private Grant grant() {
        return new Grant(ADA, Role.PUBLISHER, clock.instant(), clock.instant().plus(Duration.ofMinutes(5)));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("convene")
                .audience("convene-embedded")
                .subject(ADA.identity())
                .claim("room", ROOM.value())
                .claim("name", ADA.name())
                .claim("role", "publisher")
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet claims) throws Exception {
        return signed(new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build(), claims);
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims) throws Exception {
        var jwt = new SignedJWT(header, claims);
        jwt.sign(new MACSigner(SECRET));
        return jwt.serialize();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertInvalid(String token) {
        assertRefused(token, ErrorCode.TOKEN_INVALID);
    }

    private void assertRefused(String token, ErrorCode code) {
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.isClosing()).isTrue();
        });
    }
}
