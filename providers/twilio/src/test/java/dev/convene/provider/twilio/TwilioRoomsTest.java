package dev.convene.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.Capability;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderFailure.Refused;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomLife;
import dev.convene.core.provider.RoomSpec;
import dev.convene.testkit.VendorFault;
import dev.convene.vendor.testkit.VendorRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TwilioRoomsTest {

    @RegisterExtension
    final Stage stage = new Stage();

    @RegisterExtension
    final Stage peerToPeer = new Stage(RoomKind.PEER_TO_PEER, Duration.ofSeconds(30));

    @Test
    void aRoomIsOpenedWithAllThatTwilioAsksFor() {
        stage.provider.openRoom(new RoomSpec(true, false));

        VendorRequest opening = stage.twilio.requests().getLast();
        assertThat(opening.form("Type")).contains("group");
        assertThat(opening.form("MaxParticipants")).contains("50");
        assertThat(opening.form("EmptyRoomTimeout")).contains("5");
        assertThat(opening.form("UnusedRoomTimeout")).contains("5");
        assertThat(opening.form("MaxParticipantDuration")).contains("86400");
        assertThat(opening.form("RecordParticipantsOnConnect")).contains("true");
        assertThat(opening.form("StatusCallback")).contains(Stage.CALLBACK.toString());
        assertThat(opening.form("StatusCallbackMethod")).contains("POST");
        assertThat(opening.form()).doesNotContainKey("MediaRegion");
    }

    @Test
    void withoutAnAddressOfOursNoneIsSent() {
        var rooms = new TwilioRooms(stage.calls, Stage.rules(RoomKind.GROUP, null));

        rooms.open(false);

        assertThat(stage.twilio.requests().getLast().form()).doesNotContainKey("StatusCallback");
    }

    @Test
    void everyPageOfTheConnectedIsRead() {
        RoomId room = stage.provider.openRoom(RoomSpec.plain());
        List<ConnectionId> people =
                IntStream.range(0, 7).mapToObj(i -> stage.join(room, "p" + i)).toList();
        stage.twilio.leave(people.getFirst().value());

        assertThat(stage.provider.connectionsIn(room)).containsExactlyInAnyOrderElementsOf(people.subList(1, 7));
    }

    @Test
    void aRoomThatTwilioClosedIsNotOpen() {
        RoomId room = stage.provider.openRoom(RoomSpec.plain());
        assertThat(stage.provider.isOpen(room)).isTrue();

        stage.twilio.expire(room.value());

        assertThat(stage.provider.isOpen(room)).isFalse();
        assertThat(stage.provider.isOpen(new RoomId("RM99999999999999999999999999999999")))
                .isFalse();
    }

    @Test
    void whatIsNoSidIsNotAskedFor() {
        var room = new RoomId("../Compositions");

        assertThat(stage.provider.isOpen(room)).isFalse();
        stage.provider.closeRoom(room);
        assertThat(stage.provider.connectionsIn(room)).isEmpty();
        assertThat(stage.twilio.requests()).isEmpty();
    }

    @Test
    void aPersonIsPutOutOnce() {
        RoomId room = stage.provider.openRoom(RoomSpec.plain());
        ConnectionId ada = stage.join(room, "ada");

        stage.rooms.remove(room, ada.value());

        assertThat(stage.provider.connectionsIn(room)).isEmpty();
    }

    @Test
    void roomsOfSomeKindsAreNeverRecorded() {
        assertThat(peerToPeer.provider.capabilities().has(Capability.ARCHIVING)).isFalse();
        assertThat(peerToPeer.provider.capabilities().maxParticipants()).isEqualTo(10);
        assertThat(peerToPeer.provider.archiver()).isEmpty();
        assertThatThrownBy(() -> peerToPeer.provider.openRoom(new RoomSpec(true, false)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatTwilioCannotDoIsNotOffered() {
        assertThat(stage.provider.capabilities().supported())
                .containsExactlyInAnyOrder(Capability.ARCHIVING, Capability.INDIVIDUAL_ARCHIVES, Capability.STORAGE_S3);
        assertThat(stage.provider.capabilities().roomLife()).isEqualTo(RoomLife.WHILE_USED);
        assertThat(stage.provider.capabilities().maxIdentityLength()).isEqualTo(128);
        assertThatThrownBy(() -> stage.provider.openRoom(new RoomSpec(false, true)))
                .isInstanceOf(Refused.class);
    }

    /** Where a page goes on is Twilio's to say, but not who gets our credentials. */
    @Test
    void noOtherHostIsAsked() {
        RoomId room = stage.provider.openRoom(RoomSpec.plain());
        stage.twilio.failNext(new VendorFault.Babbles("""
                {"participants":[{"sid":"PA1"}],"meta":{"key":"participants","page":0,"page_size":1,"url":"x",
                 "first_page_url":"x","previous_page_url":null,
                 "next_page_url":"https://elsewhere.example/v1/Rooms/%s/Participants?Status=connected&Page=9"}}""".formatted(room)));

        assertThat(stage.provider.connectionsIn(room)).containsExactly(new ConnectionId("PA1"));
        assertThat(stage.twilio.requests().getLast().query("Page")).contains("9");
    }
}
