package dev.convene.provider.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderFailure.Refused;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.vendor.testkit.VendorRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

class LiveKitRoomsTest {

    @RegisterExtension
    final Stage stage = new Stage();

    @Test
    void aRoomIsOpenedByTheRules() {
        RoomId room = stage.open();

        Map<?, ?> sent = JsonMapper.shared().readValue(last().body(), Map.class);
        assertThat(sent)
                .isEqualTo(Map.of(
                        "name", room.value(), "max_participants", 100, "empty_timeout", 300, "departure_timeout", 90));
        assertThat(room.value()).matches("convene-[0-9a-f]{32}");
    }

    /** A token of a call that is seen by somebody is of little use to them. */
    @Test
    void aCallIsAllowedNothingElseAndNotForLong() throws Exception {
        RoomId room = stage.open();
        assertThat(lastToken().getJSONObjectClaim("video")).isEqualTo(Map.of("roomCreate", true));
        stage.rooms.isOpen(room);
        assertThat(lastToken().getJSONObjectClaim("video")).isEqualTo(Map.of("roomList", true));
        stage.rooms.remove(room, "ada");
        assertThat(lastToken().getJSONObjectClaim("video")).isEqualTo(Map.of("roomAdmin", true, "room", room.value()));

        Instant soon = stage.clock.instant().plus(Duration.ofMinutes(1));
        assertThat(lastToken().getExpirationTime()).isEqualTo(Date.from(soon));
    }

    /** What joins to record is nobody; the stub's lists always have a recorder, and somebody who has gone. */
    @Test
    void onlyPeopleAreInARoom() {
        RoomId room = stage.open();
        ConnectionId ada = stage.join(room, "ada");

        assertThat(stage.rooms.connections(room)).containsExactly(ada);
        assertThat(stage.rooms.identity(room, ada)).contains("ada");
        assertThat(stage.rooms.identity(room, new ConnectionId("PA_recorder"))).isEmpty();
    }

    @Test
    void whoeverIsNotThereIsRemovedAlready() {
        stage.rooms.remove(stage.open(), "nobody");
        stage.rooms.remove(new RoomId("unknown"), "nobody");
    }

    /** LiveKit opens a room for whoever has a token ({@code room.auto_create}). */
    @Test
    void aRoomThatSomebodyOpenedAgainCanBeClosedAgain() {
        RoomId room = stage.open();
        stage.rooms.close(room);
        stage.join(room, "eve");

        stage.rooms.close(room);

        assertThat(stage.rooms.connections(room)).isEmpty();
        assertThat(stage.rooms.isOpen(room)).isFalse();
    }

    @Test
    void whatItDoesNotOfferIsRefused() {
        assertThatThrownBy(() -> stage.recording().openRoom(new RoomSpec(true, true)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> stage.provider.openRoom(new RoomSpec(true, false)))
                .isInstanceOf(Refused.class);
    }

    private VendorRequest last() {
        return stage.livekit.requests().getLast();
    }

    private JWTClaimsSet lastToken() throws Exception {
        String token = last().header("Authorization").orElseThrow().substring("Bearer ".length());
        return SignedJWT.parse(token).getJWTClaimsSet();
    }
}
