package dev.convene.provider.embedded;

import static dev.convene.provider.embedded.Stage.OTHER_ROOM;
import static dev.convene.provider.embedded.Stage.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ProviderEvent.EndedByModerator;
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
import dev.convene.provider.embedded.ServerMessage.Removed;
import dev.convene.provider.embedded.ServerMessage.State;
import dev.convene.provider.embedded.Stage.Browser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    void aModeratorCannotRemoveSomebodyFromAnotherRoom() {
        Browser ada = stage.joined("ada");
        Browser far = stage.joined(OTHER_ROOM, "far", Role.MODERATOR);

        far.says("{'type':'remove','peerId':'" + ada.id() + "'}");

        assertThat(ada.line.closed()).isNull();
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

    @Test
    void leavingAndLosingAreToldApart() {
        Browser ada = stage.joined("ada");
        Browser bob = stage.joined("bob");
        Browser cy = stage.joined("cy");
        Browser dee = stage.joined("dee");

        bob.says("{'type':'leave'}");
        cy.closes(true);
        dee.closes(false);

        assertThat(ada.line.heard(PeerLeft.class))
                .containsExactly(
                        new PeerLeft(bob.id(), "left"), new PeerLeft(cy.id(), "left"), new PeerLeft(dee.id(), "lost"));
        assertThat(bob.line.closed()).isEqualTo(CloseCode.NORMAL);
    }

    @Test
    void aModeratorEndsTheRoomForAllAndItIsStoredFirst() {
        Browser ada = stage.joined(ROOM, "ada", Role.MODERATOR);
        Browser bob = stage.joined("bob");
        stage.core.onReport(event -> {
            if (event instanceof EndedByModerator) {
                assertThat(bob.line.closed()).isNull();
            }
        });

        ada.says("{'type':'end'}");

        assertThat(stage.core.events(EndedByModerator.class))
                .singleElement()
                .satisfies(it -> assertThat(it.identity()).isEqualTo("ada"));
        for (Browser browser : List.of(ada, bob)) {
            assertThat(browser.line.last()).isEqualTo(new Ended());
            assertThat(browser.line.closed()).isEqualTo(CloseCode.ROOM_ENDED);
            assertThat(browser.line.heard(PeerLeft.class)).isEmpty();
        }
    }

    @Test
    void anEndThatCannotBeStoredChangesNothing() {
        Browser ada = stage.joined(ROOM, "ada", Role.MODERATOR);
        stage.core.failNext(1);

        ada.says("{'type':'end'}");

        assertThat(ada.error().code()).isEqualTo("unavailable");
        assertThat(ada.line.closed()).isNull();
    }

    @Test
    void nobodyButAModeratorEndsOrRemoves() {
        Browser ada = stage.joined("ada");
        Browser bob = stage.joined("bob");

        ada.says("{'type':'end'}");
        ada.says("{'type':'remove','peerId':'" + bob.id() + "'}");

        assertThat(ada.line.heard(ServerMessage.Error.class))
                .extracting(ServerMessage.Error::code)
                .containsExactly("not-allowed", "not-allowed");
        assertThat(bob.line.closed()).isNull();
        assertThat(ada.line.closed()).isNull();
    }

    @Test
    void whoIsRemovedIsOutOnEachConnectionAndCannotComeBackWithTheSameToken() {
        Browser ada = stage.joined(ROOM, "ada", Role.MODERATOR);
        String token = stage.token(ROOM, "bob", Role.PUBLISHER);
        Browser bob = stage.browser();
        bob.join(token);
        Browser secondTab = stage.browser();
        secondTab.join(token);

        ada.says("{'type':'remove','peerId':'" + bob.id() + "'}");

        for (Browser browser : List.of(bob, secondTab)) {
            assertThat(browser.line.last()).isEqualTo(new Removed());
            assertThat(browser.line.closed()).isEqualTo(CloseCode.NOT_ALLOWED);
        }
        assertThat(ada.line.heard(PeerLeft.class)).extracting(PeerLeft::reason).containsOnly("removed");
        ada.says("{'type':'leave'}");
        Browser back = stage.browser();
        back.join(token);
        assertThat(back.error().code()).isEqualTo("not-allowed");
        assertThat(back.line.closed()).isEqualTo(CloseCode.NOT_ALLOWED);
    }

    @Test
    void aModeratorDoesNotShutThemselvesOut() {
        Browser ada = stage.joined(ROOM, "ada", Role.MODERATOR);

        ada.says("{'type':'remove','peerId':'" + ada.id() + "'}");

        assertThat(ada.error().code()).isEqualTo("not-allowed");
        assertThat(ada.line.closed()).isNull();
    }

    @Test
    void resumeReplacesTheSamePersonsEarlierConnection() {
        Browser ada = stage.joined("ada");
        Browser bob = stage.joined("bob");

        Browser again = stage.browser();
        again.resume(stage.token(ROOM, "bob", Role.PUBLISHER), bob.id());

        assertThat(bob.line.closed()).isEqualTo(CloseCode.NORMAL);
        assertThat(ada.line.one(PeerLeft.class)).isEqualTo(new PeerLeft(bob.id(), "replaced"));
        assertThat(again.welcome().peers()).extracting(PeerView::peerId).containsExactly(ada.id());
    }

    @Test
    void resumeDoesNotEvictAnybodyElse() {
        Browser ada = stage.joined("ada");
        Browser eve = stage.browser();

        eve.resume(stage.token(ROOM, "eve", Role.PUBLISHER), ada.id());

        assertThat(ada.line.closed()).isNull();
        assertThat(eve.welcome().peers()).hasSize(1);
    }

    @Test
    void resumeFindsItsSeatInAFullRoom() {
        Browser bob = stage.joined("bob");
        for (int i = 1; i < Stage.MAX_PEERS; i++) {
            stage.joined("guest-" + i);
        }

        Browser again = stage.browser();
        again.resume(stage.token(ROOM, "bob", Role.PUBLISHER), bob.id());

        assertThat(again.welcome().peers()).hasSize(5);
        assertThat(stage.joined("one-too-many").line.closed()).isEqualTo(CloseCode.ROOM_FULL);
    }

    @Test
    void aFullRoomLetsInTheNextWhenSomebodyHasLeft() {
        Browser first = stage.joined("first");
        for (int i = 1; i < Stage.MAX_PEERS; i++) {
            stage.joined("guest-" + i);
        }
        assertThat(stage.joined("late").error().code()).isEqualTo("room-full");

        first.says("{'type':'leave'}");

        assertThat(stage.joined("late").welcome().peers()).hasSize(5);
    }
}
