package dev.convene.core.archive;

import dev.convene.core.archive.ArchiveProblem.NotLive;
import dev.convene.core.archive.ArchiveProblem.Unknown;
import dev.convene.core.archive.ArchiveProblem.WrongStatus;
import dev.convene.core.archive.ArchiveProblem.WrongStatus.Wanted;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingProblem;
import dev.convene.core.meeting.MeetingProblem.NotOffered;
import dev.convene.core.meeting.Meetings;
import dev.convene.core.meeting.Providers;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveOutput;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.Archiver;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.StorageTarget;
import dev.convene.core.provider.VideoProvider;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records meetings and looks after the recordings. No provider is asked within a transaction. Thread-safe. */
public final class ArchiveService {

    private final Archives archives;
    private final StorageTargets targets;
    private final Meetings meetings;
    private final ArchiveLedger ledger;
    private final Providers providers;
    private final Clock clock;

    public ArchiveService(ArchiveStores stores, Meetings meetings, Providers providers, Clock clock) {
        this.archives = stores.archives();
        this.targets = stores.targets();
        this.meetings = meetings;
        this.ledger = new ArchiveLedger(stores, meetings);
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * Starts to record a meeting in which somebody is. The archive is kept before the provider is asked, so that a crash in
     * between loses none. If the provider says that it cannot be, nothing is kept; if it fails otherwise, the archive has failed.
     */
    public Archive start(Caller caller, MeetingLink link, NewArchive wanted) {
        Meeting meeting = meetings.find(caller.tenant(), link).orElseThrow(() -> new MeetingProblem.Unknown(link));
        Instant now = clock.instant();
        requireRecordable(meeting, now);
        Archiver archiver = archiver(meeting.provider(), wanted);
        if (meeting.state() != Meeting.State.LIVE || !meeting.hasRoom()) {
            throw new NotLive(link);
        }
        var origin = new Archive.Origin(caller.tenant(), link, meeting.room(), new Stamp(caller.id(), now));
        Archive requested = Archive.requested(
                origin, wanted.spec(meeting), targets.of(meeting.provider()).orElse(null));
        archives.add(requested);
        return ledger.started(requested, askToStart(archiver, requested), clock.instant());
    }

    /** Stops it; its file comes later. */
    public Archive stop(Caller caller, String id) {
        Archive archive = get(caller, id);
        ArchiveId providerId = recordingId(archive, Wanted.STOP);
        Archiver archiver = archiver(archive.origin().room().provider());
        try {
            return report(archive, archiver.stop(providerId));
        } catch (ProviderFailure.Conflict e) {
            // It stopped by itself and nobody told: now we know.
            archiver.refresh(providerId).ifPresent(it -> report(archive, it));
            throw e;
        }
    }

    public Archive get(Caller caller, String id) {
        return archives.find(caller.tenant(), id)
                .filter(it -> it.status() != ArchiveStatus.DELETED)
                .orElseThrow(() -> new Unknown(id));
    }

    public ArchivePage list(Caller caller, ArchiveQuery query) {
        return archives.list(caller.tenant(), query);
    }

    /** Deletes its files. If the provider fails, nothing has changed. */
    public void delete(Caller caller, String id) {
        Archive archive = get(caller, id);
        if (archive.status().isRecording()) {
            throw new WrongStatus(archive, Wanted.DELETE);
        }
        if (archive.providerId() != null) {
            archiver(archive.origin().room().provider()).delete(archive.providerId());
        }
        archives.change(archive.key(), it -> it.become(ArchiveStatus.DELETED, null, clock.instant()));
    }

    /** Where its files can be downloaded for the next minutes. The URLs are secrets. */
    public List<URI> download(Caller caller, String id) {
        Archive archive = get(caller, id);
        if (archive.status() != ArchiveStatus.READY || archive.providerId() == null) {
            throw new WrongStatus(archive, Wanted.DOWNLOAD);
        }
        Archiver archiver = archiver(archive.origin().room().provider());
        List<URI> files = archiver.download(archive.providerId());
        if (files.isEmpty()) {
            Archive now = archiver.refresh(archive.providerId())
                    .map(it -> report(archive, it))
                    .orElse(archive);
            throw new WrongStatus(now, Wanted.DOWNLOAD);
        }
        return files;
    }

    /** Arranges the people in it from now on. */
    public Archive arrange(Caller caller, String id, ArchiveLayout layout) {
        Archive archive = get(caller, id);
        VideoProvider provider = providers.named(archive.origin().room().provider());
        requireOffered(provider, Capability.ARCHIVE_LAYOUT);
        ArchiveId providerId = recordingId(archive, Wanted.ARRANGE);
        if (archive.spec().output() != ArchiveOutput.COMPOSED) {
            throw new WrongStatus(archive, Wanted.ARRANGE);
        }
        archiver(provider.name()).arrange(providerId, layout);
        return archives.change(archive.key(), it -> it.arranged(layout));
    }

    /** Lets archives that are started from now on be kept there. */
    public void storeIn(Caller caller, Optional<ProviderName> wanted, StorageTarget target) {
        VideoProvider provider = wanted.map(providers::named).orElseGet(providers::preferred);
        requireOffered(provider, target.capability());
        archiver(provider.name()).storeIn(target);
        targets.set(provider.name(), target, new Stamp(caller.id(), clock.instant()));
    }

    private static void requireRecordable(Meeting meeting, Instant now) {
        Instant ended = meeting.endedBy(now);
        if (ended != null) {
            throw new MeetingProblem.Ended(ended);
        }
        if (meeting.options().endToEndEncrypted()) {
            throw new MeetingProblem.EncryptedAndArchived();
        }
    }

    private ArchiveReport askToStart(Archiver archiver, Archive requested) {
        try {
            return archiver.start(requested.origin().room().id(), requested.spec());
        } catch (ProviderFailure.Conflict e) {
            ledger.withdraw(requested);
            throw e;
        } catch (ProviderFailure e) {
            ledger.unconfirmed(requested, String.valueOf(e.getMessage()), clock.instant());
            throw e;
        }
    }

    private Archive report(Archive archive, ArchiveReport report) {
        return ledger.report(archive.origin().room().provider(), report, clock.instant());
    }

    private static ArchiveId recordingId(Archive archive, Wanted wanted) {
        if (archive.providerId() == null || !archive.status().isRecording()) {
            throw new WrongStatus(archive, wanted);
        }
        return archive.providerId();
    }

    private Archiver archiver(ProviderName name, NewArchive wanted) {
        VideoProvider provider = providers.named(name);
        Archiver archiver = archiver(name);
        if (wanted.output() == ArchiveOutput.INDIVIDUAL) {
            requireOffered(provider, Capability.INDIVIDUAL_ARCHIVES);
        }
        if (wanted.layout() != null) {
            requireOffered(provider, Capability.ARCHIVE_LAYOUT);
        }
        return archiver;
    }

    private Archiver archiver(ProviderName name) {
        return providers.named(name).archiver().orElseThrow(() -> new NotOffered(name, Capability.ARCHIVING));
    }

    private static void requireOffered(VideoProvider provider, Capability capability) {
        if (!provider.capabilities().has(capability)) {
            throw new NotOffered(provider.name(), capability);
        }
    }
}
