package dev.convene.provider.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinTokensTest {

    private static final RoomId ROOM = new RoomId("convene-1");

    private final SettableClock clock = new SettableClock();
    private final ApiKey key = new ApiKey("APIkey", "a secret of this test, long enough");
    private final JoinTokens tokens = new JoinTokens(key, clock);

    @Test
    void aTokenIsAsLiveKitDocumentsIt() throws Exception {
        JWTClaimsSet claims = claims("ada", "Ada", Role.PUBLISHER);

        assertThat(claims.getIssuer()).isEqualTo("APIkey");
        assertThat(claims.getSubject()).isEqualTo("ada");
        assertThat(claims.getStringClaim("name")).isEqualTo("Ada");
        assertThat(claims.getNotBeforeTime()).isEqualTo(Date.from(clock.instant()));
        assertThat(claims.getExpirationTime())
                .isEqualTo(Date.from(clock.instant().plusSeconds(600)));
        assertThat(claims.getJSONObjectClaim("video"))
                .containsEntry("roomJoin", true)
                .containsEntry("room", "convene-1")
                .doesNotContainKeys("roomCreate", "roomList", "roomRecord", "hidden", "recorder");
    }

    @ParameterizedTest
    @CsvSource({
        "MODERATOR,true,true,true",
        "PUBLISHER,false,true,true",
        "SUBSCRIBER,false,false,true",
        "PUBLISHER_ONLY,false,true,false"
    })
    void aTokenAllowsNoMoreThanTheRole(Role role, boolean admin, boolean publishes, boolean subscribes)
            throws Exception {
        assertThat(claims("ada", "Ada", role).getJSONObjectClaim("video"))
                .containsEntry("roomAdmin", admin)
                .containsEntry("canPublish", publishes)
                .containsEntry("canSubscribe", subscribes)
                .containsEntry("canUpdateOwnMetadata", false);
    }

    /** LiveKit counts bytes, and lets nobody in whose name is too long. */
    @Test
    void whatLiveKitTakesIsNotExceeded() throws Exception {
        String longest = "\uFFFF".repeat(JoinTokens.MAX_IDENTITY_LENGTH);
        assertThat(claims(longest, "Ada", Role.PUBLISHER).getSubject().getBytes(UTF_8))
                .hasSizeLessThanOrEqualTo(256);

        String name = claims("ada", "\uFFFF".repeat(84) + "😀".repeat(8), Role.PUBLISHER)
                .getStringClaim("name");
        assertThat(name).isEqualTo("\uFFFF".repeat(84) + "😀");
    }

    @Test
    void onlyATokenToJoinWithHasAHolder() {
        Instant now = clock.instant();
        String ofACall = key.sign(new JWTClaimsSet.Builder()
                .expirationTime(Date.from(now.plusSeconds(60)))
                .subject("ada")
                .claim("video", Map.of("roomAdmin", true, "room", "convene-1")));
        String foreign = new JoinTokens(new ApiKey("APIkey", "another secret, which is long enough"), clock)
                .sign(ROOM, grant("ada", "Ada", Role.MODERATOR))
                .value();
        String ofAnotherKey = new JoinTokens(new ApiKey("APIother", "a secret of this test, long enough"), clock)
                .sign(ROOM, grant("ada", "Ada", Role.MODERATOR))
                .value();

        for (String token :
                new String[] {ofACall, foreign, ofAnotherKey, "", "nonsense", "a.b.c", "x".repeat(20_000)}) {
            assertThat(tokens.verify(token)).isEmpty();
        }
    }

    @Test
    void anExpiredTokenHasNoHolder() {
        String token = tokens.sign(ROOM, grant("ada", "Ada", Role.MODERATOR)).value();
        assertThat(tokens.verify(token)).isPresent();

        clock.advance(Duration.ofMinutes(10));

        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void theKeyTellsNoSecret() {
        assertThat(key).hasToString("ApiKey[APIkey]");
    }

    private JWTClaimsSet claims(String identity, String name, Role role) throws Exception {
        return SignedJWT.parse(tokens.sign(ROOM, grant(identity, name, role)).value())
                .getJWTClaimsSet();
    }

    private Grant grant(String identity, String name, Role role) {
        Instant now = clock.instant();
        return new Grant(new Participant(identity, name), role, now, now.plusSeconds(600));
    }
}
