package dev.convene.testkit;

import static dev.convene.testkit.ExampleArchive.anArchive;
import static dev.convene.testkit.ExampleArchive.report;
import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveKey;
import dev.convene.core.archive.ArchiveLedger;
import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.archive.NewArchive;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderEvent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** However much happens to an archive at the same moment, nothing is lost, and a provider's id is of one archive. */
interface ChangesArchivesAtOnce {

    Stores stores();

    @Test
    default void ofSixtyFourChangesAtOnceNoneIsLost() {
        Meeting meeting = aMeeting().addedTo(stores());
        Archive archive = anArchive(meeting).addedTo(stores());

        AtOnce.run(
                64,
                i -> stores().archives().change(archive.key(), it -> {
                    var facts = new Facts(NOON.minusMillis(i), null, (long) i, null);
                    return it.merge(report(meeting, "archive", ArchiveStatus.ACTIVE, facts), NOON.plusMillis(i));
                }));

        Archive changed = found(archive.key()).orElseThrow();
        assertThat(changed.progress().startedAt()).isEqualTo(NOON.minusMillis(63));
        assertThat(changed.progress().sizeBytes()).isEqualTo(63);
        assertThat(changed.progress().changedAt()).isEqualTo(NOON.plusMillis(63));
    }

    @Test
    default void sixtyFourReportsAtOnceOfAnArchiveThatNobodyAskedForMakeOne() {
        Meeting meeting = aMeeting().addedTo(stores());
        var ledger = new ArchiveLedger(stores().forArchives(), stores().meetings());

        AtOnce.run(64, i -> {
            var facts = new Facts(NOON.minusMillis(i), null, null, null);
            return ledger.report(
                    meeting.provider(), report(meeting, "archive", ArchiveStatus.ACTIVE, facts), NOON.plusMillis(i));
        });

        List<Archive> made =
                stores().archives().list(TENANT, ArchiveQuery.all(10)).archives();
        assertThat(made).hasSize(1);
        assertThat(made.getFirst().origin().requested().at()).isEqualTo(NOON.minusMillis(63));
        assertThat(made.getFirst().progress().startedAt()).isEqualTo(NOON.minusMillis(63));
    }

    @Test
    default void sixtyFourReportsAtOnceOfAnArchiveThatIsAskedForMakeNoOther() {
        Meeting meeting = aMeeting().addedTo(stores());
        Archive archive = anArchive(meeting).addedTo(stores());
        var ledger = new ArchiveLedger(stores().forArchives(), stores().meetings());

        AtOnce.run(
                64,
                i -> ledger.report(
                        meeting.provider(), report(meeting, "archive", ArchiveStatus.ACTIVE, Facts.NONE), NOON));

        assertThat(stores().archives().list(TENANT, ArchiveQuery.all(10)).archives())
                .extracting(Archive::key)
                .containsExactly(archive.key());
    }

    @Test
    default void theAnswerToAStartAndItsReportAtOnceMakeOneArchive() {
        var convene = new TestConvene(stores());
        var alice = TestConvene.member("alice");
        Meeting meeting = convene.meetings().create(alice, NewMeeting.plain());
        convene.enter(alice, meeting.link());
        convene.deliverReports();

        for (int i = 0; i < 20; i++) {
            var reports = new LinkedBlockingQueue<List<ProviderEvent>>();
            convene.provider()
                    .whenReported(() -> reports.offer(convene.provider().takeReports()));
            AtOnce.run(2, number -> {
                if (number == 0) {
                    return convene.archives().start(alice, meeting.link(), NewArchive.plain());
                }
                convene.deliver(taken(reports));
                return number;
            });
            List<Archive> made =
                    convene.archives().list(alice, ArchiveQuery.all(100)).archives();
            assertThat(made).hasSize(i + 1);
            convene.provider().whenReported(() -> {});
            convene.archives().stop(alice, made.getFirst().key().value());
            convene.clock().advance(Duration.ofSeconds(1));
        }
    }

    private Optional<Archive> found(ArchiveKey key) {
        return stores().archives().find(TENANT, key.value());
    }

    private static List<ProviderEvent> taken(BlockingQueue<List<ProviderEvent>> reports) {
        try {
            return Objects.requireNonNull(reports.poll(10, TimeUnit.SECONDS), "nothing was reported");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
