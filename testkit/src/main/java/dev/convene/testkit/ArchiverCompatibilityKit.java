package dev.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveOutput;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.Archiver;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.ProviderFailure.Conflict;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.StorageTarget;
import dev.convene.core.provider.VideoProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Archiver} must do. Extend it by a test class; every test is inherited. */
public abstract class ArchiverCompatibilityKit {

    protected static final ArchiveId UNKNOWN = new ArchiveId("b40ef09b-3811-4726-b508-e41a0f96c68f");

    private VideoProvider provider;
    private Archiver archiver;

    /** A provider that records, with no rooms. Called once before each test. */
    protected abstract VideoProvider newProvider();

    /** Somebody comes into the room, and sends. */
    protected abstract void arrives(RoomId room);

    /** The provider has made the files of a stopped archive. */
    protected abstract void complete(ArchiveId id);

    /** Whether an archive can be started while nobody is in the room. */
    protected boolean recordsEmptyRooms() {
        return false;
    }

    /** Whether a room can be recorded again after a stop, as another archive. */
    protected boolean recordsRoomsAgain() {
        return true;
    }

    @BeforeEach
    final void begin() {
        provider = newProvider();
        archiver = provider.archiver().orElseThrow();
    }

    protected final VideoProvider provider() {
        return provider;
    }

    protected final Archiver archiver() {
        return archiver;
    }

    @Test
    void whoHasAnArchiverSaysSo() {
        assertThat(provider.capabilities().has(Capability.ARCHIVING)).isTrue();
    }

    @Test
    void aRoomWithPeopleIsRecorded() {
        RoomId room = livelyRoom();

        ArchiveReport started = started(room);

        assertThat(started.room()).isEqualTo(room);
        assertThat(started.status().isRecording()).isTrue();
        ArchiveReport refreshed = archiver.refresh(started.id()).orElseThrow();
        assertThat(refreshed.id()).isEqualTo(started.id());
        assertThat(refreshed.room()).isEqualTo(room);
        assertThat(refreshed.status().isRecording()).isTrue();
        assertThat(archiver.download(started.id())).isEmpty();
    }

    @Test
    void aRoomWithoutPeopleCannotBeRecorded() {
        assumeTrue(!recordsEmptyRooms());
        RoomId room = provider.openRoom(RoomSpec.plain());

        assertThatThrownBy(() -> started(room)).isInstanceOf(Conflict.class);
        assertThat(archiver.archivesOf(room)).isEmpty();
    }

    @Test
    void aRoomIsRecordedOnceAtATime() {
        RoomId room = livelyRoom();
        started(room);

        assertThatThrownBy(() -> started(room)).isInstanceOf(Conflict.class);
        assertThat(archiver.archivesOf(room)).hasSize(1);
    }

    @Test
    void aStoppedArchiveBecomesReadyAndCanBeDownloaded() {
        ArchiveReport archive = started(livelyRoom());

        ArchiveReport stopped = archiver.stop(archive.id());

        assertThat(stopped.id()).isEqualTo(archive.id());
        assertThat(stopped.status().isRecording()).isFalse();
        archiver.refresh(archive.id());
        complete(archive.id());
        ArchiveReport ready = archiver.refresh(archive.id()).orElseThrow();
        assertThat(ready.status()).isEqualTo(ArchiveStatus.READY);
        assertThat(ready.facts().sizeBytes()).isPositive();
        assertThat(ready.facts().duration()).isNotNull();
        assertThat(archiver.download(archive.id())).isNotEmpty();
    }

    @Test
    void refreshingOftenChangesNothing() {
        ArchiveReport archive = started(livelyRoom());
        archiver.stop(archive.id());
        archiver.refresh(archive.id());
        archiver.refresh(archive.id());
        complete(archive.id());

        assertThat(archiver.refresh(archive.id())).isEqualTo(archiver.refresh(archive.id()));
        assertThat(archiver.archivesOf(archive.room())).hasSize(1);
    }

    @Test
    void anArchiveIsStoppedOnce() {
        ArchiveReport archive = started(livelyRoom());
        archiver.stop(archive.id());

        assertThatThrownBy(() -> archiver.stop(archive.id())).isInstanceOf(Conflict.class);
    }

    @Test
    void aStoppedRoomCanBeRecordedAgainOrSaysThatItCannot() {
        RoomId room = livelyRoom();
        ArchiveReport first = started(room);
        archiver.stop(first.id());
        if (!recordsRoomsAgain()) {
            assertThatThrownBy(() -> started(room)).isInstanceOf(Conflict.class);
            return;
        }

        ArchiveReport second = started(room);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(archiver.archivesOf(room))
                .extracting(ArchiveReport::id)
                .containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void archivesOfOtherRoomsAreNotListed() {
        RoomId room = livelyRoom();
        ArchiveReport archive = started(room);
        started(livelyRoom());

        assertThat(archiver.archivesOf(room)).extracting(ArchiveReport::id).containsExactly(archive.id());
        assertThat(archiver.archivesOf(provider.openRoom(RoomSpec.plain()))).isEmpty();
        assertThat(archiver.archivesOf(new RoomId("unknown"))).isEmpty();
    }

    @Test
    void aDeletedArchiveIsGone() {
        ArchiveReport archive = started(livelyRoom());
        archiver.stop(archive.id());
        archiver.refresh(archive.id());
        complete(archive.id());
        archiver.refresh(archive.id());

        archiver.delete(archive.id());
        archiver.delete(archive.id());

        assertThat(archiver.refresh(archive.id()).map(ArchiveReport::status).orElse(ArchiveStatus.DELETED))
                .isEqualTo(ArchiveStatus.DELETED);
        assertThat(archiver.download(archive.id())).isEmpty();
    }

    @Test
    void anUnknownArchiveIsNotThere() {
        assertThat(archiver.refresh(UNKNOWN)).isEmpty();
        assertThat(archiver.download(UNKNOWN)).isEmpty();
        archiver.delete(UNKNOWN);
        assertThatThrownBy(() -> archiver.stop(UNKNOWN)).isInstanceOf(Conflict.class);
    }

    @Test
    void whatItOffersCanBeAskedFor() {
        if (has(Capability.INDIVIDUAL_ARCHIVES)) {
            var spec = new ArchiveSpec("each", ArchiveOutput.INDIVIDUAL, ArchiveLayout.BEST_FIT, true, false);
            assertThat(archiver.start(livelyRoom(), spec).status().isRecording())
                    .isTrue();
        }
        if (has(Capability.ARCHIVE_LAYOUT)) {
            for (ArchiveLayout layout : ArchiveLayout.values()) {
                archiver.arrange(started(livelyRoom()).id(), layout);
            }
        }
    }

    @Test
    void whatItDoesNotOfferIsNotDone() {
        if (!has(Capability.ARCHIVE_LAYOUT)) {
            assertThatThrownBy(() -> archiver.arrange(UNKNOWN, ArchiveLayout.BEST_FIT))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
        for (StorageTarget target : new StorageTarget[] {
            new StorageTarget.S3("bucket", null, null, true), new StorageTarget.Azure("account", null, true)
        }) {
            if (has(target.capability())) {
                archiver.storeIn(target);
            } else {
                assertThatThrownBy(() -> archiver.storeIn(target)).isInstanceOf(UnsupportedOperationException.class);
            }
        }
    }

    protected final RoomId livelyRoom() {
        RoomId room = provider.openRoom(RoomSpec.plain());
        arrives(room);
        return room;
    }

    protected final ArchiveReport started(RoomId room) {
        return archiver.start(room, ArchiveSpec.composed("an archive"));
    }

    private boolean has(Capability capability) {
        return provider.capabilities().has(capability);
    }
}
