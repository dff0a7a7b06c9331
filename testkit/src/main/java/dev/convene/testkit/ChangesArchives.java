package dev.convene.testkit;

import static dev.convene.testkit.ExampleArchive.anArchive;
import static dev.convene.testkit.ExampleArchive.report;
import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveKey;
import dev.convene.core.archive.ArchiveLedger;
import dev.convene.core.archive.ArchiveProblem.Unknown;
import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An archive is changed atomically, and a provider's id is of one archive. */
interface ChangesArchives {

    Stores stores();

    @Test
    default void aChangeIsKept() {
        Meeting meeting = aMeeting().addedTo(stores());
        Archive archive = anArchive(meeting).addedTo(stores());
        var facts = new Facts(NOON, Duration.ofSeconds(3), 7L, "user initiated");

        Archive changed = stores().archives()
                .change(
                        archive.key(),
                        it -> it.merge(report(meeting, "archive", ArchiveStatus.READY, facts), NOON.plusMillis(1)));

        assertThat(found(archive.key())).contains(changed).isNotEqualTo(Optional.of(archive));
        assertThat(changed.status()).isEqualTo(ArchiveStatus.READY);
    }

    @Test
    default void aChangeThatThrowsChangesNothing() {
        Archive archive = anArchive(aMeeting().addedTo(stores())).addedTo(stores());

        assertThatThrownBy(() -> stores().archives().change(archive.key(), it -> {
                    throw new IllegalStateException("not so");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(found(archive.key())).contains(archive);
    }

    @Test
    default void whatIsNotThereIsNotChanged() {
        assertThatThrownBy(() -> stores().archives().change(new ArchiveKey("none"), it -> it))
                .isInstanceOf(Unknown.class);
    }

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
    default void whatATransactionDidNotEndIsNotKept() {
        Meeting meeting = aMeeting().addedTo(stores());
        Archive archive = anArchive(meeting).addedTo(stores());
        Archive other = anArchive(meeting).build();

        assertThatThrownBy(() -> stores().transaction().inOne(() -> {
                    stores().archives().add(other);
                    stores().archives().change(archive.key(), it -> it.become(ArchiveStatus.FAILED, "so", NOON));
                    throw new IllegalStateException("on the way");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(found(archive.key())).contains(archive);
        assertThat(found(other.key())).isEmpty();
    }

    private Optional<Archive> found(ArchiveKey key) {
        return stores().archives().find(TENANT, key.value());
    }
}
