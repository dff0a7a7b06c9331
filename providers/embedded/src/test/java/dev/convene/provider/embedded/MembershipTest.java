package dev.convene.provider.embedded;

import static dev.convene.provider.embedded.Stage.OTHER_ROOM;
import static dev.convene.provider.embedded.Stage.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.Role;
import dev.convene.provider.embedded.ServerMessage.Ended;
import dev.convene.provider.embedded.ServerMessage.PeerLeft;
import dev.convene.provider.embedded.ServerMessage.PeerView;
import dev.convene.provider.embedded.ServerMessage.Removed;
import dev.convene.provider.embedded.Stage.Browser;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who stays in a room, who goes, and who decides it. */
class MembershipTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aModeratorCannotRemoveSomebodyFromAnotherRoom() {
        Browser ada = stage.joined("ada");
        Browser far = stage.joined(OTHER_ROOM, "far", Role.MODERATOR);

        far.says("{'type':'remove','peerId':'" + ada.id() + "'}");

        assertThat(ada.line.closed()).isNull();
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
    void whoWasRemovedIsOutAfterARestartAsWell() {
        Browser ada = stage.joined(ROOM, "ada", Role.MODERATOR);
        ada.says("{'type':'remove','peerId':'" + stage.joined("bob").id() + "'}");

        try (var restarted = new Stage(100, stage.core)) {
            assertThat(restarted.joined("bob").error().code()).isEqualTo("not-allowed");
            assertThat(restarted.joined("cy").welcome().peers()).isEmpty();
            assertThat(restarted
                            .joined(OTHER_ROOM, "bob", Role.PUBLISHER)
                            .welcome()
                            .peers())
                    .isEmpty();
        }
    }

    @Test
    void aRemovalThatCannotBeStoredPutsNobodyOut() {
        Browser ada = stage.joined(ROOM, "ada", Role.MODERATOR);
        Browser bob = stage.joined("bob");
        stage.core.failNext(1);

        ada.says("{'type':'remove','peerId':'" + bob.id() + "'}");

        assertThat(ada.error().code()).isEqualTo("unavailable");
        assertThat(bob.line.closed()).isNull();
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
