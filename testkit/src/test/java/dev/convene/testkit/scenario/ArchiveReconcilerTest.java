package dev.convene.testkit.scenario;

import static dev.convene.testkit.ExampleArchive.anArchive;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.archive.ArchiveReconciler;
import dev.convene.core.archive.NewArchive;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Providers;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomSpec;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.TestConvene;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ArchiveReconcilerTest {

    private static final Caller ALICE = member("alice");
    private static final ProviderFailure DOWN =
            new ProviderFailure.Unavailable(FakeProvider.NAME, "tell", Duration.ofSeconds(1), null);

    private final TestConvene convene = TestConvene.inMemory();
    private final Meeting meeting = meeting();

    @Test
    void whatBecameReadyAndWasNotReportedIsKnownInTwoMinutes() {
        Archive archive = started(meeting);
        convene.provider().archives().stop(idOf(archive));
        convene.provider().archives().makeReady(idOf(archive), 7);

        convene.clock().advance(Duration.ofSeconds(30));
        convene.archiveReconciler().reconcile();
        assertThat(get(archive).status()).isEqualTo(ArchiveStatus.ACTIVE);
        convene.clock().advance(Duration.ofSeconds(31));
        convene.archiveReconciler().reconcile();

        assertThat(get(archive).status()).isEqualTo(ArchiveStatus.READY);
        assertThat(get(archive).progress().sizeBytes()).isEqualTo(7);
    }

    @Test
    void aStartWhoseAnswerWasLostIsFoundAtTheProvider() {
        Archive requested = anArchive(meeting).addedTo(convene.stores());
        convene.provider().archives().startByItself(meeting.room().id());

        reconcile();

        assertThat(archives()).hasSize(1);
        assertThat(get(requested).status()).isEqualTo(ArchiveStatus.ACTIVE);
    }

    @Test
    void aStartThatNeverReachedTheProviderHasFailed() {
        Archive requested = anArchive(meeting).addedTo(convene.stores());

        reconcile();

        assertThat(get(requested).status()).isEqualTo(ArchiveStatus.FAILED);
        assertThat(reasonOf(requested)).isEqualTo("The provider never confirmed the start");
    }

    @Test
    void whatBeganLongBeforeTheRequestIsNotTakenForIt() {
        convene.provider().archives().startByItself(meeting.room().id());
        convene.clock().advance(Duration.ofMinutes(10));
        Archive requested =
                anArchive(meeting).requestedAt(convene.clock().instant()).addedTo(convene.stores());

        reconcile();

        assertThat(get(requested).status()).isEqualTo(ArchiveStatus.FAILED);
    }

    @Test
    void whatTheProviderDoesNotKnowAnyMoreHasFailed() {
        Archive archive = started(meeting);
        convene.provider().archives().delete(idOf(archive));

        reconcile();

        assertThat(get(archive).status()).isEqualTo(ArchiveStatus.FAILED);
        assertThat(reasonOf(archive)).isEqualTo("The provider does not know it any more");
    }

    @Test
    void anArchiveThatCannotBeComparedDoesNotHoldUpTheOthers() {
        Archive first = started(meeting);
        convene.clock().advance(Duration.ofSeconds(1));
        Archive second = started(meeting());
        convene.provider().archives().delete(idOf(first));
        convene.provider().archives().delete(idOf(second));
        convene.provider().failNext(new ProviderFailure.Refused(FakeProvider.NAME, "tell", null));

        reconcile();

        assertThat(get(first).status()).isEqualTo(ArchiveStatus.ACTIVE);
        assertThat(get(second).status()).isEqualTo(ArchiveStatus.FAILED);
        reconcile();
        assertThat(get(first).status()).isEqualTo(ArchiveStatus.FAILED);
    }

    @Test
    void aProviderThatDoesNotAnswerIsAskedOnceInATurnAndForAnotherArchiveInTheNext() {
        Archive first = started(meeting);
        convene.clock().advance(Duration.ofSeconds(1));
        Archive second = started(meeting());
        convene.provider().archives().delete(idOf(first));
        convene.provider().archives().delete(idOf(second));
        convene.provider().failNext(DOWN);

        reconcile();
        assertThat(List.of(get(first).status(), get(second).status())).containsOnly(ArchiveStatus.ACTIVE);

        convene.archiveReconciler().reconcile();
        assertThat(get(first).status()).isEqualTo(ArchiveStatus.ACTIVE);
        assertThat(get(second).status()).isEqualTo(ArchiveStatus.FAILED);
    }

    @Test
    void aProviderThatDoesNotAnswerDoesNotHoldUpAnother() {
        var other =
                new FakeProvider(new ProviderName("other"), convene.provider().capabilities(), convene.clock());
        Meeting elsewhere = aMeeting()
                .in(new Room(other.name(), other.openRoom(RoomSpec.plain())))
                .addedTo(convene.stores());
        Archive lost =
                anArchive(elsewhere).reported("lost", ArchiveStatus.ACTIVE).addedTo(convene.stores());
        Archive here = started(meeting);
        for (int turn = 0; turn < 3; turn++) {
            convene.provider().failNext(DOWN);
            convene.clock().advance(ArchiveReconciler.PATIENCE.plusSeconds(1));
            new ArchiveReconciler(
                            convene.stores().archives(),
                            convene.ledger(),
                            new Providers(List.of(convene.provider(), other), other.name()),
                            convene.clock())
                    .reconcile();
        }

        assertThat(get(here).status()).isEqualTo(ArchiveStatus.ACTIVE);
        assertThat(get(lost).status()).isEqualTo(ArchiveStatus.FAILED);
    }

    @Test
    void reconcilingTwiceChangesNothingMore() {
        started(meeting);
        reconcile();
        List<Archive> once = archives();

        convene.archiveReconciler().reconcile();

        assertThat(archives()).isEqualTo(once);
    }

    private Meeting meeting() {
        Meeting created = convene.meetings().create(ALICE, NewMeeting.plain());
        convene.enter(ALICE, created.link());
        return created;
    }

    private Archive started(Meeting which) {
        return convene.archives().start(ALICE, which.link(), NewArchive.plain());
    }

    private void reconcile() {
        convene.clock().advance(ArchiveReconciler.PATIENCE.plusSeconds(1));
        convene.archiveReconciler().reconcile();
    }

    private Archive get(Archive archive) {
        return convene.archives().get(ALICE, archive.key().value());
    }

    private List<Archive> archives() {
        return convene.archives().list(ALICE, ArchiveQuery.all(10)).archives();
    }

    private String reasonOf(Archive archive) {
        return Objects.requireNonNull(get(archive).progress().reason()).text();
    }

    private static ArchiveId idOf(Archive archive) {
        return Objects.requireNonNull(archive.providerId());
    }
}
