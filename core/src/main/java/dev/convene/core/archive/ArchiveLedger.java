package dev.convene.core.archive;

import dev.convene.core.archive.Archive.Origin;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.Meetings;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.store.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Finds the archive that a report is of, and applies it. A report may be there before the answer to the start that it is
 * about, or instead of it after a crash. Thread-safe.
 */
public final class ArchiveLedger {

    private final Archives archives;
    private final StorageTargets targets;
    private final Meetings meetings;
    private final Transaction transaction;

    public ArchiveLedger(ArchiveStores stores, Meetings meetings) {
        this.archives = stores.archives();
        this.targets = stores.targets();
        this.meetings = meetings;
        this.transaction = stores.transaction();
    }

    /**
     * Applies what the provider tells: to the archive of that id, else to the one of the room that waits for a confirmation the
     * longest, else to a new one, which the provider began by itself.
     *
     * @param at when it was told, by the provider's clock
     */
    public Archive report(ProviderName provider, ArchiveReport report, Instant at) {
        var room = new Room(provider, report.room());
        return inOne(() -> known(room, report, at)
                .or(() -> archives.oldestUnconfirmed(room).flatMap(it -> mergeIfOf(it, report, at)))
                .orElseGet(() -> add(begunByItself(room, at), report, at)));
    }

    /** Applies the provider's answer to a start. A report may have been quicker. */
    Archive started(Archive requested, ArchiveReport report, Instant at) {
        return inOne(() -> {
            Optional<Archive> reported = known(requested.origin().room(), report, at);
            reported.filter(it -> !it.key().equals(requested.key())).ifPresent(it -> withdraw(requested));
            return reported.or(() -> mergeIfOf(requested, report, at))
                    .orElseGet(() -> add(
                            Archive.requested(requested.origin(), requested.spec(), requested.storage()), report, at));
        });
    }

    /** The provider refused the start, and nothing is kept of it. */
    void withdraw(Archive requested) {
        transaction.inOne(() -> {
            if (archives.change(requested.key(), it -> it).isUnconfirmed()) {
                archives.remove(requested.key());
            }
        });
    }

    /** The start failed for that reason, or is not known to have been; unless a report has told otherwise. */
    Archive unconfirmed(Archive requested, String reason, Instant at) {
        return archives.change(
                requested.key(), it -> it.isUnconfirmed() ? it.become(ArchiveStatus.FAILED, reason, at) : it);
    }

    private Optional<Archive> known(Room room, ArchiveReport report, Instant at) {
        return archives.findByProviderId(room.provider(), report.id())
                .map(it -> archives.change(it.key(), archive -> archive.merge(report, at)));
    }

    /** Empty if it was given to another report, or withdrawn, in the meantime. */
    private Optional<Archive> mergeIfOf(Archive archive, ArchiveReport report, Instant at) {
        try {
            Archive changed = archives.change(
                    archive.key(), it -> it.isUnconfirmed() || it.is(report.id()) ? it.merge(report, at) : it);
            return Optional.of(changed).filter(it -> it.is(report.id()));
        } catch (ArchiveProblem.Unknown e) {
            return Optional.empty();
        }
    }

    private Archive add(Archive archive, ArchiveReport report, Instant at) {
        Archive merged = archive.merge(report, at);
        archives.add(merged);
        return merged;
    }

    private Archive begunByItself(Room room, Instant at) {
        Meeting meeting = meetings.meetingOf(room)
                .orElseThrow(() -> new IllegalArgumentException("No meeting has the room " + room));
        var origin = new Origin(meeting.tenant(), meeting.link(), room, new Stamp(null, at));
        return Archive.requested(
                origin,
                NewArchive.plain().spec(meeting),
                targets.of(room.provider()).orElse(null));
    }

    private Archive inOne(Supplier<Archive> work) {
        var result = new AtomicReference<Archive>();
        transaction.inOne(() -> result.set(work.get()));
        return result.get();
    }
}
