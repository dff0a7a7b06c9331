package dev.convene.provider.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookRequest;
import dev.convene.vendor.testkit.VendorFiles;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookProofTest {

    private static final String BODY = "{\"event\":\"room_started\",\"id\":\"EV_1\"}";

    @RegisterExtension
    final Stage stage = new Stage();

    private final WebhookProof proof = new WebhookProof(stage.key, stage.clock);

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "bearer "})
    void whatLiveKitSignedIsAuthentic(String before) {
        assertThatCode(() -> proof.verify(Stage.request(BODY, before + signature(BODY))))
                .doesNotThrowAnyException();
    }

    /** The sample and the hash of LiveKit's own library. */
    @Test
    void theHashIsTheOneOfLiveKitsOwnTest() throws Exception {
        Optional<Path> sample = VendorFiles.find("samples/livekit/webhook-room_started.json");
        assumeTrue(sample.isPresent(), "LiveKit's sample is not here");
        byte[] body = Files.readAllBytes(sample.orElseThrow());
        var key = new ApiKey("abcdefg", "ab".repeat(32));
        String token = key.sign(new JWTClaimsSet.Builder()
                .expirationTime(Date.from(stage.clock.instant().plusSeconds(300)))
                .claim("sha256", "1renMMRYeCXsy6M9bjJ90XA3M1q1byhUGNoD91aPuhM="));
        var request = new WebhookRequest(
                URI.create("https://meet.example.org/webhooks/livekit"), Map.of("Authorization", List.of(token)), body);

        new WebhookProof(key, stage.clock).verify(request);
        assertThat(WebhookBody.read(body)).isEmpty();
    }

    @Test
    void everyChangedByteIsNoticed() {
        String signature = signature(BODY);
        for (int i = 0; i < BODY.length(); i++) {
            byte[] changed = BODY.getBytes(UTF_8);
            changed[i] ^= 1;
            refused(new String(changed, UTF_8), signature);
        }
        refused(BODY + " ", signature);
        refused("", signature);
    }

    @Test
    void whatIsNotSignedByOurKeyIsNotAuthentic() {
        byte[] body = BODY.getBytes(UTF_8);
        refused(BODY, StubWebhooks.signature(new ApiKey(LiveKitStub.KEY, "x".repeat(32)), body, stage.clock.instant()));
        refused(BODY, StubWebhooks.signature(new ApiKey("APIother", LiveKitStub.SECRET), body, stage.clock.instant()));
        refused(BODY, "");
        refused(BODY, "Bearer ");
        refused(BODY, "eyJhbGciOiJub25lIn0.e30.");
        assertThatThrownBy(() -> proof.verify(new WebhookRequest(
                        URI.create("https://meet.example.org/webhooks/livekit"), Map.of(), BODY.getBytes(UTF_8))))
                .isInstanceOf(NotAuthentic.class);
    }

    /** Join tokens are signed with the same secret, and in everybody's hands. */
    @Test
    void aJoinTokenSignsNoWebhook() {
        refused(BODY, stage.token(new RoomId("convene-1"), Role.MODERATOR));
    }

    @Test
    void clocksMayDifferByAMinuteAndNotByMore() {
        String signature = signature(BODY);
        Duration valid = Duration.ofMinutes(5);

        stage.clock.advance(valid.plus(WebhookProof.LEEWAY).minusSeconds(1));
        assertThatCode(() -> proof.verify(Stage.request(BODY, signature))).doesNotThrowAnyException();
        stage.clock.advance(Duration.ofSeconds(1));
        refused(BODY, signature);

        stage.clock.advance(valid.plus(WebhookProof.LEEWAY.multipliedBy(2)).negated());
        assertThatCode(() -> proof.verify(Stage.request(BODY, signature))).doesNotThrowAnyException();
        stage.clock.advance(Duration.ofSeconds(-1));
        refused(BODY, signature);
    }

    @Test
    void aTokenThatNeverExpiresIsNone() {
        refused(BODY, stage.key.sign(new JWTClaimsSet.Builder().claim("sha256", "x")));
    }

    private void refused(String body, String authorization) {
        assertThatThrownBy(() -> proof.verify(Stage.request(body, authorization)))
                .isInstanceOf(NotAuthentic.class);
    }

    private String signature(String body) {
        return stage.livekit.signature(body);
    }
}
