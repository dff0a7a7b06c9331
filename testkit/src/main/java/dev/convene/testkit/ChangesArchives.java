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
import dev.convene.core.archive.ArchiveProblem.Unknown;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An archive is changed atomically. */
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
