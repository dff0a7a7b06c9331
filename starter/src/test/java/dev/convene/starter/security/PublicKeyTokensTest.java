package dev.convene.starter.security;

import static dev.convene.starter.security.TestTokens.ISSUER;
import static dev.convene.starter.security.TestTokens.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.convene.starter.keys.CachedKeys;
import dev.convene.starter.keys.KeySource;
import dev.convene.starter.keys.TestKeys;
import dev.convene.starter.security.AccessTokens.Rules;
import dev.convene.starter.security.Refusal.Refused;
import dev.convene.testkit.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** Tokens that are verified by public keys, and the ways to forge one. */
class PublicKeyTokensTest {

    private static final RSAKey RSA = TestKeys.rsa("rsa");
    private static final RSAKey WEAK = TestKeys.rsa("weak", 1024);
    private static final ECKey EC = TestKeys.ec("ec");
    private static final RSAKey FOREIGN = TestKeys.rsa("rsa");
    private static final Instant NOON = SettableClock.NOON;

    private final SettableClock clock = new SettableClock();
    private final AccessTokens tokens = tokens(EnumSet.of(SignatureAlgorithm.RS256), List.of());

    @Test
    void aTokenSignedByTheKeyItNamesIsAccepted() throws Refused {
        assertThat(tokens.verify(rs256(RSA, claims())).getName()).isEqualTo("ut-1");
    }

    @Test
    void everyPublicKeyAlgorithmIsAcceptedWhereTheIssuerChooses() throws Refused {
        AccessTokens any = tokens(EnumSet.allOf(SignatureAlgorithm.class), List.of());

        assertThat(any.verify(signed(header(JWSAlgorithm.ES256, "ec"), EC, claims()))
                        .getName())
                .isEqualTo("ut-1");
        assertThat(any.verify(signed(header(JWSAlgorithm.PS256, "rsa"), RSA, claims()))
                        .getName())
                .isEqualTo("ut-1");
    }

    @Test
    void theKeysTextIsNoSecret() throws JOSEException {
        for (String secret : List.of(TestKeys.pem(RSA), TestKeys.pem(RSA).strip(), TestKeys.json(RSA))) {
            var token = new SignedJWT(header(JWSAlgorithm.HS256, "rsa"), claimSet(claims()));
            token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));

            assertRefused(token.serialize(), Refusal.TOKEN_INVALID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256"})
    void anotherAlgorithmOfTheSameKeyIsRefusedWhereOnlyRs256IsMeant(String algorithm) {
        assertRefused(signed(header(JWSAlgorithm.parse(algorithm), "rsa"), RSA, claims()), Refusal.TOKEN_INVALID);
    }

    @Test
    void hs512IsRefused() {
        assertRefused(TestTokens.signedWithHs512(claims()), Refusal.TOKEN_INVALID);
    }

    @Test
    void anUnsignedTokenIsRefused() throws Exception {
        assertRefused(new PlainJWT(JWTClaimsSet.parse(claims())).serialize(), Refusal.TOKEN_INVALID);
    }

    @Test
    void anotherKeyOfTheSameNameIsRefused() {
        assertRefused(rs256(FOREIGN, claims()), Refusal.TOKEN_INVALID);
    }

    @Test
    void aKeyThatNobodyKnowsIsRefused() {
        assertRefused(rs256(TestKeys.rsa("unknown"), claims()), Refusal.TOKEN_INVALID);
    }

    @Test
    void aKeyOf1024BitsIsRefused() throws JOSEException {
        var token = new SignedJWT(header(JWSAlgorithm.RS256, "weak"), claimSet(claims()));
        token.sign(new RSASSASigner(WEAK.toPrivateKey(), true));

        assertRefused(token.serialize(), Refusal.TOKEN_INVALID);
    }

    @Test
    void aKeyThatTheTokenBringsAlongIsRefused() {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(FOREIGN.toPublicJWK());

        assertRefused(signed(header.build(), FOREIGN, claims()), Refusal.TOKEN_INVALID);
        assertRefused(signed(header.keyID("rsa").build(), FOREIGN, claims()), Refusal.TOKEN_INVALID);
    }

    @Test
    void anAddressOfKeysThatTheTokenNamesIsNotLookedAt() {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa")
                .jwkURL(URI.create("http://127.0.0.1:1/keys"))
                .x509CertURL(URI.create("http://127.0.0.1:1/cert"))
                .build();

        assertRefused(signed(header, FOREIGN, claims()), Refusal.TOKEN_INVALID);
    }

    @Test
    void whatAHeaderCallsCriticalAndNobodyKnowsIsRefused() {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa")
                .criticalParams(Set.of("urn:example"))
                .customParam("urn:example", true)
                .build();

        assertRefused(signed(header, RSA, claims()), Refusal.TOKEN_INVALID);
    }

    @Test
    void anotherIssuerIsRefused() {
        assertRefused(rs256(RSA, Map.of("iss", "somebody else")), Refusal.TOKEN_INVALID);
        assertRefused(rs256(RSA, Map.of("id", "user-1")), Refusal.TOKEN_INVALID);
    }

    @Test
    void anotherAudienceIsRefusedIfOneIsAskedFor() throws Refused {
        AccessTokens ours = tokens(EnumSet.of(SignatureAlgorithm.RS256), List.of("convene", "meet"));

        assertThat(ours.verify(rs256(RSA, claims("aud", List.of("other", "meet"))))
                        .getName())
                .isEqualTo("ut-1");
        assertRefused(ours, rs256(RSA, claims("aud", "other")), Refusal.TOKEN_INVALID);
        assertRefused(ours, rs256(RSA, claims()), Refusal.TOKEN_INVALID);
    }

    @Test
    void theTimesAreKeptToTheSecond() throws Refused {
        assertThat(tokens.verify(rs256(RSA, claims("exp", NOON.plusSeconds(1)))).expiresAt())
                .isEqualTo(NOON.plusSeconds(1));
        assertRefused(rs256(RSA, claims("exp", NOON)), Refusal.TOKEN_EXPIRED);
        assertRefused(rs256(RSA, claims("nbf", NOON.plusSeconds(1))), Refusal.TOKEN_INVALID);
        assertRefused(rs256(RSA, claims("passwordExpiryTime", NOON.toEpochMilli())), Refusal.PASSWORD_EXPIRED);
    }

    @Test
    void whileTheKeysCannotBeReadTheTokenIsNotCalledInvalid() {
        AccessTokens down = tokens(
                () -> {
                    throw new KeySource.KeysUnavailable("down", new IllegalStateException());
                },
                EnumSet.of(SignatureAlgorithm.RS256),
                List.of());

        assertRefused(down, rs256(RSA, claims()), Refusal.KEYS_UNAVAILABLE);
        assertRefused(down, "junk", Refusal.TOKEN_INVALID);
    }

    private AccessTokens tokens(Set<SignatureAlgorithm> algorithms, List<String> audiences) {
        return tokens(
                () -> new JWKSet(List.of(RSA.toPublicJWK(), WEAK.toPublicJWK(), EC.toPublicJWK())),
                algorithms,
                audiences);
    }

    private AccessTokens tokens(KeySource source, Set<SignatureAlgorithm> algorithms, List<String> audiences) {
        return new AccessTokens(
                TokenDecoders.byPublicKeys(new CachedKeys(source, clock), algorithms),
                new Rules(ISSUER, audiences, false),
                new Revocations(null, clock),
                clock);
    }

    private static String rs256(RSAKey key, Map<String, Object> claims) {
        return signed(header(JWSAlgorithm.RS256, key.getKeyID()), key, claims);
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String key) {
        return new JWSHeader.Builder(algorithm).keyID(key).build();
    }

    private static String signed(JWSHeader header, JWK key, Map<String, Object> claims) {
        var token = new SignedJWT(header, claimSet(claims));
        try {
            JWSSigner signer = key instanceof ECKey ec ? new ECDSASigner(ec) : new RSASSASigner(key.toRSAKey());
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static JWTClaimsSet claimSet(Map<String, Object> claims) {
        var set = new JWTClaimsSet.Builder();
        claims.forEach((name, value) -> set.claim(name, value instanceof Instant at ? Date.from(at) : value));
        return set.build();
    }

    private void assertRefused(String token, Refusal refusal) {
        assertRefused(tokens, token, refusal);
    }

    private static void assertRefused(AccessTokens tokens, String token, Refusal refusal) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> tokens.verify(token))
                .extracting(Refused::refusal)
                .isEqualTo(refusal);
    }
}
