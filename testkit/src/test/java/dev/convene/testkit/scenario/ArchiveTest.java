package dev.convene.testkit.scenario;

import static dev.convene.testkit.ExampleArchive.anArchive;
import static dev.convene.testkit.SettableClock.NOON;
import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveLedger;
import dev.convene.core.archive.ArchiveProblem.NotLive;
import dev.convene.core.archive.ArchiveProblem.Unknown;
import dev.convene.core.archive.ArchiveProblem.WrongStatus;
import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.archive.NewArchive;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingProblem;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Options;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderFailure.Conflict;
import dev.convene.core.provider.ProviderFailure.Unavailable;
import dev.convene.testkit.ExampleMeeting;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.TestConvene;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ArchiveTest {

    private static final Caller ALICE = member("alice");
    private static final Unavailable DOWN = new Unavailable(FakeProvider.NAME, "be asked", Duration.ofSeconds(1), null);

    private final TestConvene convene = TestConvene.inMemory();
    private final Meeting meeting = convene.meetings().create(ALICE, NewMeeting.plain());

    @Test
    void aMeetingIsRecordedFromStartToDeletion() {
        Archive archive = started();
        assertThat(archive.status()).isEqualTo(ArchiveStatus.ACTIVE);
        assertThat(archive.spec().name()).isEqualTo(meeting.link().value());

        convene.clock().advance(Duration.ofMinutes(3));
        assertThat(stop(archive).status()).isEqualTo(ArchiveStatus.STOPPING);
        convene.provider().archives().makeReady(idOf(archive), 1234);
        convene.deliverReports();

        Archive ready = get(archive);
        assertThat(ready.status()).isEqualTo(ArchiveStatus.READY);
        assertThat(ready.progress().startedAt()).isEqualTo(NOON);
        assertThat(ready.progress().duration()).isEqualTo(Duration.ofMinutes(3));
        assertThat(ready.progress().sizeBytes()).isEqualTo(1234);
        assertThat(convene.archives().download(ALICE, idOf(archive).value())).hasSize(1);

        convene.archives().delete(ALICE, archive.key().value());

        assertThatThrownBy(() -> get(archive)).isInstanceOf(Unknown.class);
        assertThat(archives()).isEmpty();
        assertThat(convene.provider().archives().refresh(idOf(archive))).isEmpty();
    }

    @Test
    void aReportThatIsQuickerThanTheAnswerToTheStartMakesNoSecondArchive() {
        convene.provider().whenReported(convene::deliverReports);

        Archive archive = started();

        assertThat(archives()).containsExactly(archive);
        assertThat(archive.origin().requested().by()).isEqualTo("alice");
    }

    @Test
    void aQuickReportThatWasTakenForAnOlderRequestLeavesOneArchiveOfTheTwo() {
        Archive older = anArchive(meeting).requestedAt(NOON.minusSeconds(5)).addedTo(convene.stores());
        convene.provider().whenReported(convene::deliverReports);

        Archive archive = started();

        assertThat(archive.key()).isEqualTo(older.key());
        assertThat(archives()).containsExactly(archive);
    }

    @Test
    void anArchiveThatTheProviderBeganByItselfIsOneOfTheMeeting() {
        convene.enter(ALICE, meeting.link());
        convene.provider().archives().startByItself(meeting.room().id());

        convene.deliverReports();

        assertThat(archives()).hasSize(1).first().satisfies(it -> {
            assertThat(it.origin().meeting()).isEqualTo(meeting.link());
            assertThat(it.origin().requested().by()).isNull();
            assertThat(it.status()).isEqualTo(ArchiveStatus.ACTIVE);
        });
    }

    @Test
    void aReportWhoseArchiveIsWithdrawnOrGivenToAnotherMeanwhileIsOfAnArchiveOfItsOwn() {
        Archive withdrawn = anArchive(meeting).addedTo(convene.stores());
        meanwhile(it -> convene.stores().archives().remove(it.key())).report(FakeProvider.NAME, report("first"), NOON);
        assertThat(archives()).extracting(Archive::key).hasSize(1).doesNotContain(withdrawn.key());

        Archive given = anArchive(meeting).addedTo(convene.stores());
        meanwhile(it -> convene.ledger().report(FakeProvider.NAME, report("second"), NOON))
                .report(FakeProvider.NAME, report("third"), NOON);
        assertThat(archives()).hasSize(3);
        assertThat(get(given).providerId()).isEqualTo(new ArchiveId("second"));
    }

    @Test
    void whatTheProviderSaysCannotBeRecordedLeavesNothingBehind() {
        convene.enter(ALICE, meeting.link());
        start();

        assertThatThrownBy(this::start).isInstanceOf(Conflict.class);

        assertThat(archives()).hasSize(1);
    }

    @Test
    void aStartThatTheProviderFailedIsAnArchiveThatFailedAndSaysWhy() {
        convene.enter(ALICE, meeting.link());
        convene.provider().failNext(DOWN);

        assertThatThrownBy(this::start).isSameAs(DOWN);

        Archive failed = archives().getFirst();
        assertThat(failed.status()).isEqualTo(ArchiveStatus.FAILED);
        assertThat(Objects.requireNonNull(failed.progress().reason()).text()).isEqualTo(DOWN.getMessage());
    }

    @Test
    void aRecordingThatBeganAlthoughTheProviderDidNotAnswerIsKnownByItsReport() {
        convene.enter(ALICE, meeting.link());
        convene.provider().failNext(DOWN);
        assertThatThrownBy(this::start).isSameAs(DOWN);

        convene.provider().archives().startByItself(meeting.room().id());
        convene.deliverReports();

        assertThat(archives())
                .extracting(Archive::status)
                .containsExactlyInAnyOrder(ArchiveStatus.FAILED, ArchiveStatus.ACTIVE);
    }

    @Test
    void aMeetingThatNobodyHasJoinedOrThatHasEndedOrIsEncryptedIsNotRecorded() {
        assertThatThrownBy(this::start).isInstanceOf(NotLive.class);

        convene.enter(ALICE, meeting.link());
        convene.meetings().end(ALICE, meeting.link());
        assertThatThrownBy(this::start).isInstanceOf(MeetingProblem.Ended.class);

        var encrypted = new Options(false, true, true);
        Meeting secret = convene.meetings().create(ALICE, new NewMeeting(meeting.details(), encrypted, null, null));
        convene.enter(ALICE, secret.link());
        assertThatThrownBy(() -> convene.archives().start(ALICE, secret.link(), NewArchive.plain()))
                .isInstanceOf(MeetingProblem.EncryptedAndArchived.class);
        assertThat(archives()).isEmpty();
    }

    @Test
    void anotherTenantNeitherSeesNorTouchesIt() {
        Archive archive = started();
        var stranger = new Caller(ExampleMeeting.OTHER_TENANT, "eve", "Eve", true);
        String id = idOf(archive).value();

        assertThatThrownBy(() -> convene.archives().start(stranger, meeting.link(), NewArchive.plain()))
                .isInstanceOf(MeetingProblem.Unknown.class);
        assertThatThrownBy(() -> convene.archives().stop(stranger, id)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> convene.archives().delete(stranger, id)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> convene.archives().download(stranger, id)).isInstanceOf(Unknown.class);
        assertThat(convene.archives().list(stranger, ArchiveQuery.all(10)).archives())
                .isEmpty();
        assertThat(get(archive).status()).isEqualTo(ArchiveStatus.ACTIVE);
    }

    @Test
    void whatIsBeingRecordedIsNotDeletedAndWhatIsNotIsNotStopped() {
        Archive archive = started();
        assertThatThrownBy(() -> convene.archives().delete(ALICE, archive.key().value()))
                .isInstanceOf(WrongStatus.class);

        stop(archive);

        assertThatThrownBy(() -> stop(archive)).isInstanceOf(WrongStatus.class);
        assertThatThrownBy(
                        () -> convene.archives().download(ALICE, archive.key().value()))
                .isInstanceOf(WrongStatus.class);
    }

    @Test
    void aDeletionThatTheProviderFailedChangesNothing() {
        Archive archive = started();
        stop(archive);
        convene.provider().archives().makeReady(idOf(archive), 1);
        convene.deliverReports();
        convene.provider().failNext(DOWN);

        assertThatThrownBy(() -> convene.archives().delete(ALICE, archive.key().value()))
                .isSameAs(DOWN);

        assertThat(get(archive).status()).isEqualTo(ArchiveStatus.READY);
    }

    @Test
    void whatStoppedByItselfIsKnownToHaveWhenSomebodyTriesToStopIt() {
        Archive archive = started();
        convene.provider().archives().stop(idOf(archive));

        assertThatThrownBy(() -> stop(archive)).isInstanceOf(Conflict.class);

        assertThat(get(archive).status()).isEqualTo(ArchiveStatus.STOPPING);
    }

    @Test
    void aFileThatTheProviderHasThrownAwayIsKnownToBeGoneWhenSomebodyWantsIt() {
        Archive archive = started();
        stop(archive);
        convene.provider().archives().makeReady(idOf(archive), 1);
        convene.deliverReports();
        convene.provider().archives().expire(idOf(archive));

        assertThatThrownBy(
                        () -> convene.archives().download(ALICE, archive.key().value()))
                .isInstanceOf(WrongStatus.class);

        assertThat(get(archive).status()).isEqualTo(ArchiveStatus.EXPIRED);
    }

    @Test
    void anArchiveIsArrangedWhileItIsRecorded() {
        Archive archive = started();

        convene.archives().arrange(ALICE, archive.key().value(), ArchiveLayout.PICTURE_IN_PICTURE);

        assertThat(convene.provider().archives().layoutOf(idOf(archive))).contains(ArchiveLayout.PICTURE_IN_PICTURE);
        assertThat(get(archive).spec().layout()).isEqualTo(ArchiveLayout.PICTURE_IN_PICTURE);
        stop(archive);
        assertThatThrownBy(() -> convene.archives().arrange(ALICE, archive.key().value(), ArchiveLayout.BEST_FIT))
                .isInstanceOf(WrongStatus.class);
    }

    private ArchiveLedger meanwhile(Consumer<Archive> happens) {
        return new ArchivesThatChange(convene.stores().archives(), happens).ledger(convene.stores());
    }

    private ArchiveReport report(String id) {
        return new ArchiveReport(new ArchiveId(id), meeting.room().id(), ArchiveStatus.ACTIVE, Facts.NONE);
    }

    private Archive started() {
        convene.enter(ALICE, meeting.link());
        convene.deliverReports();
        return start();
    }

    private Archive start() {
        return convene.archives().start(ALICE, meeting.link(), NewArchive.plain());
    }

    private Archive stop(Archive archive) {
        return convene.archives().stop(ALICE, archive.key().value());
    }

    private Archive get(Archive archive) {
        return convene.archives().get(ALICE, archive.key().value());
    }

    private List<Archive> archives() {
        return convene.archives().list(ALICE, ArchiveQuery.all(10)).archives();
    }

    private static ArchiveId idOf(Archive archive) {
        return Objects.requireNonNull(archive.providerId());
    }
}
