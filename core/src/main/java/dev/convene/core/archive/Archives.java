package dev.convene.core.archive;

import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ProviderName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where archives are kept. A provider's id is of one archive: where two transactions give it to two archives at once, one of
 * them is a conflict and runs again. Implementations are safe for use by many threads and pass
 * {@code ArchivesCompatibilityKit}.
 */
public interface Archives {

    /** Keeps a new archive of a room that a meeting has or had. */
    void add(Archive archive);

    /** Forgets an archive that came to nothing. An unknown one changes nothing. */
    void remove(ArchiveKey key);

    /** The tenant's archive of that key or provider's id: the predecessor's clients know the latter. */
    Optional<Archive> find(TenantId tenant, String id);

    Optional<Archive> findByProviderId(ProviderName provider, ArchiveId id);

    /** The room's archive that waits for the provider's confirmation the longest ({@link Archive#isUnconfirmed}). */
    Optional<Archive> oldestUnconfirmed(Room room);

    /**
     * Replaces the archive by what {@code change} makes of it, atomically: of two changes at once, the second sees the first,
     * so {@code change} may be called again. If it throws, nothing is written.
     *
     * @throws ArchiveProblem.Unknown if there is none
     */
    Archive change(ArchiveKey key, UnaryOperator<Archive> change);

    /** The tenant's archives that fit and are not deleted, the latest requested first. */
    ArchivePage list(TenantId tenant, ArchiveQuery query);

    /**
     * Archives of that provider that are not settled, and were not compared with it since {@code comparedBefore}; the longest
     * not compared first. One that never was counts from its request.
     */
    List<Archive> unsettled(ProviderName provider, Instant comparedBefore, int limit);

    /** Notes that it was tried to compare the archive with its provider. An unknown one changes nothing. */
    void compared(ArchiveKey key, Instant at);
}
