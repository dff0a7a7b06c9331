package dev.convene.provider.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvent.RoomClosed;
import dev.convene.core.provider.ProviderFailure.Unavailable;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import dev.convene.testkit.VendorFault;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveKitWebhooksTest {

    private static final String JOINED = """
            {"event":"participant_joined","room":{"sid":"RM_1","name":"convene-1","emptyTimeout":300},
             "participant":{"sid":"PA_1","identity":"ada","state":"ACTIVE","joinedAt":"1700000000",
              "joinedAtMs":"1700000000900","name":"Ada","permission":{"canSubscribe":true}},
             "id":"EV_1","createdAt":"1700000001"}""";

    @RegisterExtension
    final Stage stage = new Stage();

    private final RoomId room = stage.open();

    @Test
    void aStayIsReportedFromTheFirstMomentToTheLast() {
        ConnectionId ada = stage.join(room, "ada");
        stage.livekit.leave(room.value(), ada.value());
        stage.rooms.close(room);

        List<ProviderEvent> events = stage.reported();

        Instant now = stage.clock.instant();
        var person = new Participant("ada", "ada");
        assertThat(events)
                .containsExactly(
                        new Joined(events.get(0).id(), room, now, ada, person),
                        new Left(events.get(1).id(), room, now, ada, person),
                        new RoomClosed(events.get(2).id(), room, now));
        assertThat(events).extracting(ProviderEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void aPersonHasTheirNameAndTheExactMoment() throws Exception {
        assertThat(WebhookBody.read(JOINED.getBytes(UTF_8)))
                .containsExactly(new Joined(
                        "EV_1",
                        new RoomId("convene-1"),
                        Instant.ofEpochMilli(1_700_000_000_900L),
                        new ConnectionId("PA_1"),
                        new Participant("ada", "Ada")));
    }

    /** The moment of leaving is in whole seconds, that of coming is not. */
    @Test
    void nobodyLeavesBeforeTheyCame() throws Exception {
        String left = JOINED.replace("participant_joined", "participant_left").replace("1700000001", "1700000000");

        assertThat(WebhookBody.read(left.getBytes(UTF_8)))
                .singleElement()
                .extracting(ProviderEvent::at)
                .isEqualTo(Instant.ofEpochMilli(1_700_000_000_900L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EGRESS", "INGRESS", "AGENT", "BRIDGE"})
    void whatIsNoPersonIsNotThere(String kind) throws Exception {
        String machine = JOINED.replace("\"sid\":\"PA_1\"", "\"sid\":\"PA_1\",\"kind\":\"" + kind + "\"");

        assertThat(WebhookBody.read(machine.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "room_started",
                "track_published",
                "track_unpublished",
                "participant_connection_aborted",
                "egress_started",
                "of_the_future"
            })
    void whatIsOfNoInterestIsPassedOver(String event) throws Exception {
        String body = "{\"event\":\"" + event + "\",\"surprise\":[1]}";

        assertThat(stage.webhooks.receive(Stage.request(body, stage.livekit.signature(body))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"event\"",
                "{\"event\":\"participant_joined\"}",
                "{\"event\":\"room_finished\",\"id\":\"EV_1\",\"createdAt\":\"1\",\"room\":{\"name\":\"\"}}",
                "{\"event\":\"room_finished\",\"id\":\"EV_1\",\"room\":{\"name\":\"r\"}}",
                "{\"event\":\"room_finished\",\"id\":\"EV_1\",\"createdAt\":\"-1\",\"room\":{\"name\":\"r\"}}",
                "{\"event\":\"room_finished\",\"createdAt\":\"1\",\"room\":{\"name\":\"r\"}}",
                "{\"event\":\"room_finished\",\"id\":\"EV_1\",\"createdAt\":\"1\",\"room\":7}"
            })
    void whatMakesNoSenseIsUnreadable(String body) {
        assertThatThrownBy(() -> stage.webhooks.receive(Stage.request(body, stage.livekit.signature(body))))
                .isInstanceOf(Unreadable.class);
    }

    /** Nothing of it is looked at before that. */
    @Test
    void whatIsNotAuthenticIsNotRead() {
        assertThatThrownBy(() -> stage.webhooks.receive(Stage.request("[]", "nonsense")))
                .isInstanceOf(NotAuthentic.class);
    }

    @Test
    void whoWasRemovedAndComesBackIsPutOutAgain() {
        ConnectionId ben = stage.join(room, "ben");
        stage.core.remove(LiveKitProvider.NAME, room, "eve");
        stage.join(room, "eve");

        assertThat(stage.reported()).hasSize(2);

        assertThat(stage.rooms.connections(room)).containsExactly(ben);
    }

    /** LiveKit sends it again, and with it comes the next try. */
    @Test
    void ifTheyCannotBePutOutTheReportIsNotTaken() throws Exception {
        stage.core.remove(LiveKitProvider.NAME, room, "eve");
        stage.join(room, "eve");
        String body = stage.livekit.takeWebhooks().getFirst();
        var report = Stage.request(body, stage.livekit.signature(body));
        stage.livekit.fail(VendorFault.answers(503));
        assertThatThrownBy(() -> stage.webhooks.receive(report)).isInstanceOf(Unavailable.class);
        stage.livekit.recover();

        assertThat(stage.webhooks.receive(report)).hasSize(1);
        assertThat(stage.rooms.connections(room)).isEmpty();
    }
}
