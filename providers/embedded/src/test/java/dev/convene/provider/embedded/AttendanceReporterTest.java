package dev.convene.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.Role;
import dev.convene.provider.embedded.Stage.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AttendanceReporterTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aVisitIsAJoinAndALeaveOfTheSameConnection() throws Exception {
        Browser ada = stage.joined("ada");
        stage.time.advance(Duration.ofMinutes(3));
        ada.closes(true);
        stage.core.await(Left.class, Stage.ROOM, 1);

        Instant noon = TestTime.NOON;
        var connection = new ConnectionId(ada.id());
        Joined joined = stage.core.events(Joined.class).getFirst();
        assertThat(stage.core.events())
                .containsExactly(
                        new Joined(ada.id() + ":joined", Stage.ROOM, noon, connection, joined.participant()),
                        new Left(
                                ada.id() + ":left",
                                Stage.ROOM,
                                noon.plusSeconds(180),
                                connection,
                                joined.participant()));
        assertThat(joined.participant().name()).isEqualTo("Name of ada");
    }

    @Test
    void aLeaveIsReportedOnceHoweverTheConnectionEnds() throws Exception {
        Browser ada = stage.joined(Stage.ROOM, "ada", Role.MODERATOR);

        ada.says("{'type':'end'}");
        ada.closes(false);
        stage.provider.closeRoom(Stage.ROOM);
        stage.attendance.stop();

        assertThat(stage.core.events())
                .extracting(ProviderEvent::id)
                .containsExactly(ada.id() + ":joined", ada.id() + ":ended", ada.id() + ":left");
        assertThat(stage.core.events(EndedByModerator.class)).hasSize(1);
    }

    @Test
    void aLeaveIsTriedAgainUntilItIsStoredWithTheMomentItHappened() throws Exception {
        Browser ada = stage.joined("ada");
        stage.core.failNext(3);
        Instant left = stage.time.now();

        ada.closes(false);
        stage.time.advance(Duration.ofMinutes(1));

        stage.core.await(Left.class, Stage.ROOM, 1);
        assertThat(stage.core.events(Left.class).getFirst().at()).isEqualTo(left);
    }

    @Test
    void whoNeverGotInIsNotReportedAsGone() {
        stage.core.failNext(1);
        Browser ada = stage.joined("ada");

        ada.closes(true);
        stage.attendance.stop();

        assertThat(stage.core.events()).isEmpty();
    }

    @Test
    void whoWasPutOutWhileTheirJoinWasStoredIsReportedAsGone() throws Exception {
        stage.core.onReport(event -> {
            if (event instanceof Joined) {
                stage.provider.closeRoom(Stage.ROOM);
            }
        });

        stage.joined("ada");

        stage.core.await(Left.class, Stage.ROOM, 1);
        assertThat(stage.core.events(Joined.class)).hasSize(1);
    }

    @Test
    void aConnectionThatClosesWhileItsJoinIsStoredIsReportedAsGone() throws Exception {
        Browser ada = stage.browser();
        stage.core.onReport(event -> {
            if (event instanceof Joined) {
                ada.closes(false);
            }
        });

        ada.join(stage.token(Stage.ROOM, "ada", Role.PUBLISHER));

        stage.core.await(Left.class, Stage.ROOM, 1);
        assertThat(stage.provider.connectionsIn(Stage.ROOM)).isEmpty();
    }

    @Test
    void aStopStoresWhatWaits() {
        List<Browser> browsers = List.of(stage.joined("ada"), stage.joined("bob"), stage.joined("cy"));
        browsers.forEach(it -> it.closes(true));

        stage.attendance.stop();

        assertThat(stage.core.events(Left.class)).hasSize(3);
    }

    @Test
    void aStopOfTheSignallingWaitsForALeaveThatIsBeingStored() {
        stage.signalling.start();
        var stopped = new CountDownLatch(1);
        stage.core.onReport(event -> {
            if (event instanceof Left) {
                awaitShortly(stopped);
            }
        });
        stage.joined("ada").closes(true);

        stage.signalling.stop();
        List<Left> stored = stage.core.events(Left.class);
        stopped.countDown();

        assertThat(stored).hasSize(1);
    }

    @Test
    void itCanBeStartedAgain() throws Exception {
        Browser ada = stage.joined("ada");
        stage.attendance.stop();
        stage.attendance.start();

        ada.closes(true);

        stage.core.await(Left.class, Stage.ROOM, 1);
    }

    @Test
    void everyLiveConnectionGivesASignOfLife() {
        Browser ada = stage.joined("ada");
        Browser bob = stage.joined(Stage.OTHER_ROOM, "bob", Role.PUBLISHER);

        stage.signalling.beat();

        assertThat(stage.core.beats()).containsExactly(Set.of(new ConnectionId(ada.id()), new ConnectionId(bob.id())));
    }

    @Test
    void aJoinThatIsNotStoredIsTheCallersProblem() {
        stage.core.failNext(1);
        var claims = stage.tokens.verify(stage.token(Stage.ROOM, "ada", Role.PUBLISHER));
        var peer = new Peer(claims, new RecordingLine(), it -> {});

        assertThatThrownBy(() -> stage.attendance.joined(peer)).hasMessage("The store is down");
    }

    private static void awaitShortly(CountDownLatch latch) {
        try {
            assertThat(latch.await(200, TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
