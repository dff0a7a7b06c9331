package dev.convene.provider.twilio;

import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.convene.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private static final RoomId ROOM = new RoomId("RM00000000000000000000000000000001");
    private static final Participant ADA = new Participant("ada", "Ada Lovelace");

    private final SettableClock clock = new SettableClock();
    private final AccessTokens tokens = new AccessTokens(Stage.KEY, clock);

    @Test
    void aTokenIsInTwiliosForm() throws Exception {
        SignedJWT jwt = SignedJWT.parse(signed(NOON.plusSeconds(600)).value());

        assertThat(jwt.getHeader().toJSONObject())
                .containsExactlyInAnyOrderEntriesOf(Map.of("typ", "JWT", "alg", "HS256", "cty", "twilio-fpa;v=1"));
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(Stage.KEY.keySid());
        assertThat(claims.getSubject()).isEqualTo(Stage.KEY.accountSid());
        assertThat(claims.getJWTID()).isEqualTo(Stage.KEY.keySid() + "-" + NOON.getEpochSecond());
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOON.plusSeconds(600));
        assertThat(claims.getJSONObjectClaim("grants"))
                .isEqualTo(Map.of("identity", "ada", "video", Map.of("room", ROOM.value())));
    }

    @Test
    void itIsSignedWithTheSecretOfTheApiKey() throws Exception {
        SignedJWT jwt = SignedJWT.parse(signed(NOON.plusSeconds(600)).value());

        assertThat(jwt.verify(new MACVerifier(Stage.KEY.secret()))).isTrue();
    }

    /** Beyond, Twilio refuses it (error 20104). */
    @Test
    void aTokenLivesADayAtMost() {
        assertThat(signed(NOON.plus(Duration.ofDays(2))).expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void itNamesItsHolderUntilItExpires() {
        String token = signed(NOON.plusSeconds(600)).value();

        assertThat(tokens.verify(token)).contains(new AccessTokens.Holder(ROOM, "ada", Role.MODERATOR));

        clock.advance(Duration.ofSeconds(600));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void whatIsNotOursNamesNobody() throws Exception {
        assertThat(tokens.verify("")).isEmpty();
        assertThat(tokens.verify("a.b.c")).isEmpty();
        var other = new AccessTokens(new AccessTokens.Key(Stage.KEY.accountSid(), Stage.KEY.keySid(), "other"), clock);
        assertThat(tokens.verify(other.sign(ROOM, grant(NOON.plusSeconds(60))).value()))
                .isEmpty();
        // signed with our secret, but for something else
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), new JWTClaimsSet.Builder().build());
        jwt.sign(new MACSigner(Stage.KEY.secret()));
        assertThat(tokens.verify(jwt.serialize())).isEmpty();
    }

    /** HMAC takes keys of any length; a library that does not is no reason to refuse an operator's. */
    @Test
    void aShortSecretSigns() {
        var brief = new AccessTokens(new AccessTokens.Key("AC1", "SK0", "short"), clock);

        assertThat(brief.verify(brief.sign(ROOM, grant(NOON.plusSeconds(60))).value()))
                .isPresent();
    }

    private JoinToken signed(Instant expiresAt) {
        return tokens.sign(ROOM, grant(expiresAt));
    }

    private static Grant grant(Instant expiresAt) {
        return new Grant(ADA, Role.MODERATOR, NOON, expiresAt);
    }
}
