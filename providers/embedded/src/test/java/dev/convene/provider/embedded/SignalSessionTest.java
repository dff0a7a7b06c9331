package dev.convene.provider.embedded;

import static dev.convene.provider.embedded.Stage.OTHER_ROOM;
import static dev.convene.provider.embedded.Stage.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.Role;
import dev.convene.provider.embedded.ServerMessage.Candidate;
import dev.convene.provider.embedded.ServerMessage.Chat;
import dev.convene.provider.embedded.ServerMessage.Description;
import dev.convene.provider.embedded.ServerMessage.Ended;
import dev.convene.provider.embedded.ServerMessage.PeerJoined;
import dev.convene.provider.embedded.ServerMessage.PeerLeft;
import dev.convene.provider.embedded.ServerMessage.PeerView;
import dev.convene.provider.embedded.ServerMessage.Pong;
import dev.convene.provider.embedded.ServerMessage.State;
import dev.convene.provider.embedded.Stage.Browser;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Coming in, and what is said in the room. */
class SignalSessionTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whoJoinsIsWelcomedWithWhoIsInAndTheOthersAreTold() {
        Browser ada = stage.joined("ada");
        ada.says("{'type':'state','state':{'audio':true,'video':false,'screen':false}}");
        Browser bob = stage.joined(ROOM, "bob", Role.MODERATOR);

        assertThat(bob.welcome().role()).isEqualTo("moderator");
        assertThat(bob.welcome().maxPeers()).isEqualTo(6);
        assertThat(bob.welcome().expiresAt()).isEqualTo(TestTime.NOON.plus(Duration.ofMinutes(5)));
        assertThat(bob.welcome().peers())
                .containsExactly(new PeerView(
                        ada.id(), "ada", "Name of ada", "publisher", new MediaState(true, false, false), true));
        PeerView seenByAda = ada.line.one(PeerJoined.class).peer();
        assertThat(seenByAda.peerId()).isEqualTo(bob.id());
        assertThat(seenByAda.polite()).isFalse();
    }

    @Test
    void theJoinIsStoredBeforeTheWelcome() {
        Browser ada = stage.browser();
        stage.core.onReport(event -> assertThat(ada.line.heard()).isEmpty());

        ada.join(stage.token(ROOM, "ada", Role.PUBLISHER));

        assertThat(stage.core.events(Joined.class))
                .singleElement()
                .satisfies(it -> assertThat(it.connection().value()).isEqualTo(ada.id()));
    }

    @Test
    void aConnectionIsLiveBeforeItsJoinIsStored() {
        stage.core.onReport(
                event -> assertThat(stage.provider.connectionsIn(ROOM)).hasSize(1));

        assertThat(stage.joined("ada").welcome()).isNotNull();
    }

    @Test
    void nobodyIsLetInWhileTheStoreIsDown() {
        stage.core.failNext(1);

        Browser ada = stage.joined("ada");

        assertThat(ada.error().code()).isEqualTo("unavailable");
        assertThat(ada.line.closed()).isEqualTo(CloseCode.TRY_LATER);
        assertThat(stage.provider.connectionsIn(ROOM)).isEmpty();
    }

    @Test
    void aRoomThatIsNotOpenIsNotEntered() {
        stage.core.end(ROOM);

        Browser ada = stage.joined("ada");

        assertThat(ada.error().code()).isEqualTo("room-closed");
        assertThat(ada.line.closed()).isEqualTo(CloseCode.ROOM_ENDED);
        assertThat(stage.core.events()).isEmpty();
    }

    @Test
    void aRoomThatIsClosedWhileSomebodyJoinsStaysEmpty() {
        stage.core.onReport(event -> {
            if (event instanceof Joined) {
                stage.provider.closeRoom(ROOM);
            }
        });

        Browser ada = stage.joined("ada");

        assertThat(ada.line.heard()).containsExactly(new Ended());
        assertThat(ada.line.closed()).isEqualTo(CloseCode.ROOM_ENDED);
        assertThat(stage.provider.connectionsIn(ROOM)).isEmpty();
    }

    @Test
    void anOfferReachesItsReceiverAndNobodyElse() {
        Browser ada = stage.joined("ada");
        Browser bob = stage.joined("bob");
        Browser eve = stage.joined("eve");

        ada.says("{'type':'description','to':'" + bob.id() + "','description':{'type':'offer','sdp':'v=0'}}");

        Description description = bob.line.one(Description.class);
        assertThat(description.from()).isEqualTo(ada.id());
        assertThat(description.description().sdp()).isEqualTo("v=0");
        assertThat(ada.line.heard(Description.class)).isEmpty();
        assertThat(eve.line.heard(Description.class)).isEmpty();
    }

    @Test
    void theSenderIsStampedByTheServer() {
        Browser ada = stage.joined("ada");
        Browser bob = stage.joined("bob");

        ada.says("{'type':'candidate','to':'" + bob.id() + "','from':'" + bob.id() + "','candidate':null}");

        assertThat(bob.line.one(Candidate.class)).isEqualTo(new Candidate(ada.id(), null));
    }

    @Test
    void anotherRoomIsOutOfReach() {
        Browser ada = stage.joined("ada");
        Browser far = stage.joined(OTHER_ROOM, "far", Role.MODERATOR);
        far.line.forget();

        ada.says("{'type':'description','to':'"
                + stage.provider.connectionsIn(OTHER_ROOM).iterator().next()
                + "','description':{'type':'offer','sdp':'v=0'}}");
        ada.says("{'type':'chat','text':'hello'}");
        ada.says("{'type':'state','state':{'audio':true,'video':true,'screen':false}}");

        assertThat(far.line.heard()).isEmpty();
    }

    @Test
    void aStateIsToldToTheOthers() {
        Browser ada = stage.joined("ada");
        Browser bob = stage.joined("bob");

        ada.says("{'type':'state','state':{'audio':true,'video':true,'screen':true}}");

        assertThat(bob.line.one(State.class)).isEqualTo(new State(ada.id(), new MediaState(true, true, true)));
        assertThat(ada.line.heard(State.class)).isEmpty();
    }

    @Test
    void aChatGoesToEverybodyAndBackToItsSender() {
        Browser ada = stage.joined("ada");
        Browser bob = stage.joined("bob");

        ada.says("{'type':'chat','text':'<b>hello</b>','name':'somebody else'}");

        var expected = new Chat(ada.id(), "Name of ada", "<b>hello</b>", TestTime.NOON);
        assertThat(bob.line.one(Chat.class)).isEqualTo(expected);
        assertThat(ada.line.one(Chat.class)).isEqualTo(expected);
    }

    @Test
    void aChatThatIsTooLongIsRefusedAndTheSenderStays() {
        Browser ada = stage.joined("ada");

        ada.says("{'type':'chat','text':'" + "x".repeat(2_001) + "'}");

        assertThat(ada.error().code()).isEqualTo("message-too-large");
        assertThat(ada.line.closed()).isNull();
    }

    @Test
    void chatIsLimitedWithoutClosing() {
        Browser ada = stage.joined("ada");

        for (int i = 0; i < 11; i++) {
            ada.says("{'type':'chat','text':'hello'}");
        }

        assertThat(ada.line.heard(Chat.class)).hasSize(10);
        assertThat(ada.error().code()).isEqualTo("rate-limited");
        assertThat(ada.line.closed()).isNull();
    }

    @Test
    void joiningAFullMeshIsWithinTheLimit() {
        Browser ada = stage.joined("ada");
        Browser bob = stage.joined("bob");
        String sdp = "x".repeat(12_000);

        for (int peer = 0; peer < 5; peer++) {
            ada.says("{'type':'description','to':'" + bob.id() + "','description':{'type':'offer','sdp':'" + sdp
                    + "'}}");
            for (int candidate = 0; candidate < 150; candidate++) {
                ada.says("{'type':'candidate','to':'" + bob.id()
                        + "','candidate':{'candidate':'candidate:1 1 udp','sdpMid':'0','sdpMLineIndex':0}}");
            }
        }

        assertThat(bob.line.heard(Description.class)).hasSize(5);
        assertThat(bob.line.heard(Candidate.class)).hasSize(750);
        assertThat(ada.line.closed()).isNull();
    }

    @Test
    void whoFloodsIsPutOut() {
        Browser ada = stage.joined("ada");
        Browser bob = stage.joined("bob");

        for (int i = 0; i < 1_100; i++) {
            ada.says("{'type':'ping'}");
        }

        assertThat(ada.error().code()).isEqualTo("rate-limited");
        assertThat(ada.line.closed()).isEqualTo(CloseCode.RATE);
        assertThat(bob.line.one(PeerLeft.class)).isEqualTo(new PeerLeft(ada.id(), "lost"));
    }

    @Test
    void pingIsAnsweredAtOnce() {
        Browser ada = stage.browser();

        ada.says("{'type':'ping'}");

        assertThat(ada.line.heard()).containsExactly(new Pong());
    }
}
