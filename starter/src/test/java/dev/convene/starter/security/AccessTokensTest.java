package dev.convene.starter.security;

import static dev.convene.starter.security.TestTokens.ISSUER;
import static dev.convene.starter.security.TestTokens.SECRET;
import static dev.convene.starter.security.TestTokens.claims;
import static dev.convene.starter.security.TestTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.TenantId;
import dev.convene.starter.security.AccessTokens.Rules;
import dev.convene.starter.security.Refusal.Refused;
import dev.convene.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private static final Instant NOON = SettableClock.NOON;

    private final SettableClock clock = new SettableClock();
    private final AccessTokens tokens = tokens(new Rules(ISSUER, List.of(), false));

    @Test
    void aTokenOfTheOrganisationTellsWhoCalls() throws Refused {
        CallerAuthentication caller = tokens.verify(signed(Map.of(
                "iss", ISSUER,
                "id", "user-1",
                "userTenantId", "ut-1",
                "tenantId", "acme",
                "firstName", "Ada",
                "lastName", "Lovelace",
                "permissions", List.of("CreateMeetingSession", "StopMeeting"))));

        assertThat(caller.getPrincipal()).isEqualTo(new Caller(new TenantId("acme"), "ut-1", "Ada Lovelace", true));
        assertThat(caller.permissions()).containsExactlyInAnyOrder("CreateMeetingSession", "StopMeeting");
        assertThat(caller.getAuthorities()).hasSize(2);
        assertThat(caller.isAuthenticated()).isTrue();
        assertThat(caller.expiresAt()).isNull();
    }

    @Test
    void withoutTenantAndUserTenantIdItIsTheDefaultTenantAndTheId() throws Refused {
        Caller caller = tokens.verify(signed(Map.of("iss", ISSUER, "id", 17, "identifier", "ada@example.org")))
                .getPrincipal();

        assertThat(caller).isEqualTo(new Caller(TenantId.DEFAULT, "17", "ada@example.org", false));
    }

    @Test
    void aTokenThatNamesNobodyIsStillAccepted() throws Refused {
        assertThat(tokens.verify(signed(Map.of("iss", ISSUER))).getPrincipal())
                .isEqualTo(new Caller(TenantId.DEFAULT, "anonymous", "anonymous", false));
        assertThat(tokens.verify(signed(Map.of("iss", ISSUER, "sub", "s-1", "username", "alice")))
                        .getPrincipal())
                .isEqualTo(new Caller(TenantId.DEFAULT, "s-1", "alice", false));
    }

    @Test
    void permissionsThatAreNoArrayOfStringsGrantNothing() throws Refused {
        assertThat(permissions("*")).isEmpty();
        assertThat(permissions("CreateMeetingSession")).isEmpty();
        assertThat(permissions(Map.of("CreateMeetingSession", true))).isEmpty();
        assertThat(permissions(List.of("*", 1, "StopMeeting"))).containsExactlyInAnyOrder("*", "StopMeeting");
    }

    @Test
    void aTokenEndsAtTheSecondItSays() throws Refused {
        String token = signed(claims("exp", NOON.plusSeconds(1)));

        assertThat(tokens.verify(token).expiresAt()).isEqualTo(NOON.plusSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertRefused(token, Refusal.TOKEN_EXPIRED);
    }

    @Test
    void aTokenThatEndedBeforeItWasIssuedHasExpired() {
        assertRefused(
                signed(Map.of("iss", ISSUER, "iat", NOON.plusSeconds(5), "exp", NOON.minusSeconds(5))),
                Refusal.TOKEN_EXPIRED);
    }

    @Test
    void aTokenIsNotValidBeforeTheSecondItSays() throws Refused {
        String token = signed(claims("nbf", NOON.plusSeconds(1)));

        assertRefused(token, Refusal.TOKEN_INVALID);
        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.verify(token).getName()).isEqualTo("ut-1");
    }

    @Test
    void aTokenWithoutAnEndIsRefusedOnlyIfOneIsRequired() {
        String endless = signed(claims());

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> tokens(new Rules(ISSUER, List.of(), true)).verify(endless));
    }

    @Test
    void anotherIssuerIsRefused() {
        assertRefused(signed(Map.of("iss", "somebody else")), Refusal.TOKEN_INVALID);
        assertRefused(signed(Map.of("id", "user-1")), Refusal.TOKEN_INVALID);
    }

    @Test
    void anyIssuerIsAcceptedIfNoneIsConfigured() throws Refused {
        assertThat(tokens(new Rules(null, List.of(), false))
                        .verify(signed(Map.of("id", "user-1")))
                        .getName())
                .isEqualTo("user-1");
    }

    @Test
    void anotherSecretIsRefused() {
        assertRefused(signed(claims(), SECRET + "!"), Refusal.TOKEN_INVALID);
    }

    @Test
    void theUnsignedAlgorithmIsRefused() throws Exception {
        assertRefused(new PlainJWT(JWTClaimsSet.parse(claims())).serialize(), Refusal.TOKEN_INVALID);
        String signed = signed(claims());
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        assertRefused(none + signed.substring(signed.indexOf('.')), Refusal.TOKEN_INVALID);
    }

    @Test
    void anotherHmacIsRefusedEvenWithTheRightSecret() {
        assertRefused(TestTokens.signedWithHs512(claims()), Refusal.TOKEN_INVALID);
    }

    @Test
    void aTokenSignedByAKeyOfItsOwnIsRefused() throws JOSEException, NoSuchAlgorithmException {
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).build(),
                new JWTClaimsSet.Builder().issuer(ISSUER).build());
        token.sign(new RSASSASigner(rsa.getPrivate()));

        assertRefused(token.serialize(), Refusal.TOKEN_INVALID);
    }

    @Test
    void aTokenThatWasTamperedWithIsRefused() {
        String[] parts = signed(claims("permissions", List.of("EditMeeting"))).split("\\.");
        String[] more = signed(claims("permissions", List.of("StopMeeting"))).split("\\.");

        assertRefused(parts[0] + "." + more[1] + "." + parts[2], Refusal.TOKEN_INVALID);
        assertRefused(parts[0] + "." + parts[1] + ".", Refusal.TOKEN_INVALID);
        assertRefused(parts[0] + "." + parts[1], Refusal.TOKEN_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "junk.junk.junk", "..", "a.b.c.d.e", "eyJhbGciOiJIUzI1NiJ9.e30.e30"})
    void whatIsNoTokenIsRefused(String token) {
        assertRefused(token, Refusal.TOKEN_INVALID);
    }

    @Test
    void anExpiredPasswordIsSaidSo() throws Refused {
        assertRefused(signed(claims("passwordExpiryTime", "2026-03-02T12:00:00.000Z")), Refusal.PASSWORD_EXPIRED);
        assertRefused(signed(claims("passwordExpiryTime", NOON.toEpochMilli())), Refusal.PASSWORD_EXPIRED);
        assertThat(tokens.verify(signed(claims("passwordExpiryTime", NOON.toEpochMilli() + 1)))
                        .getName())
                .isEqualTo("ut-1");
    }

    @Test
    void claimsOfNoUseAreRefusedAndNotAnError() {
        assertRefused(signed(claims("passwordExpiryTime", "soon")), Refusal.TOKEN_INVALID);
        assertRefused(signed(claims("tenantId", "t".repeat(129))), Refusal.TOKEN_INVALID);
        assertRefused(signed(Map.of("iss", ISSUER, "id", "i".repeat(256))), Refusal.TOKEN_INVALID);
        assertRefused(signed(claims("exp", "tomorrow")), Refusal.TOKEN_INVALID);
    }

    @Test
    void aShortSecretWorksAsThePredecessorUsesIt() throws Refused {
        // made by another library: HMAC-SHA256 with the five bytes of "short"
        String token =
                "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpZCI6InVzZXItMSJ9.ydOd8twdv1G60lYJXVzOBB6ySsJhWgVqVoaQwJ5rIpA";

        assertThat(tokens("short", new Rules(null, List.of(), false))
                        .verify(token)
                        .getName())
                .isEqualTo("user-1");
    }

    private AccessTokens tokens(Rules rules) {
        return tokens(SECRET, rules);
    }

    private AccessTokens tokens(String secret, Rules rules) {
        var decoder = TokenDecoders.bySecret(HmacKeys.of(secret));
        return new AccessTokens(decoder, rules, new Revocations(null, clock), clock);
    }

    private Iterable<String> permissions(Object claim) throws Refused {
        return tokens.verify(signed(claims("permissions", claim))).permissions();
    }

    private void assertRefused(String token, Refusal refusal) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> tokens.verify(token))
                .extracting(Refused::refusal)
                .isEqualTo(refusal);
    }
}
