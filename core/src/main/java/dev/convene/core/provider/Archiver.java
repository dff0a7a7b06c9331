package dev.convene.core.provider;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Records rooms on the provider's side. Implementations are safe for use by many threads.
 *
 * <p>Every method throws {@link ProviderFailure} and returns within a bounded time. {@link ProviderFailure.Conflict} says
 * that the room or the archive is not in a state for it: nobody is connected, it is recorded already, the archive is not
 * recording any more.
 */
public interface Archiver {

    /** Starts to record the room. */
    ArchiveReport start(RoomId room, ArchiveSpec spec);

    /** Stops an archive; its file comes later. */
    ArchiveReport stop(ArchiveId id);

    /**
     * The archive as it is now; empty if the provider does not know it (any more). Does what the provider needs to be done
     * for the archive to become ready, and may be repeated at will: Twilio has to be asked to compose the tracks.
     */
    Optional<ArchiveReport> refresh(ArchiveId id);

    /** Every archive of the room that the provider knows, those included that it started by itself. */
    List<ArchiveReport> archivesOf(RoomId room);

    /** Deletes the archive's files. An unknown archive changes nothing. */
    void delete(ArchiveId id);

    /**
     * Where the archive's files can be downloaded for the next minutes; empty if they are not at the provider: not made yet,
     * deleted, or in a storage of the operator's own. The URLs are secrets.
     */
    List<URI> download(ArchiveId id);

    /**
     * Arranges a composed archive that is being recorded.
     *
     * @throws UnsupportedOperationException if the provider has no {@link Capability#ARCHIVE_LAYOUT}
     */
    void arrange(ArchiveId id, ArchiveLayout layout);

    /**
     * Lets later archives be kept in that storage; the credentials for it are the provider's settings.
     *
     * @throws UnsupportedOperationException if the provider has no capability of that storage
     */
    void storeIn(StorageTarget target);
}
