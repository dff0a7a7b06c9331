package dev.convene.testkit;

import static dev.convene.testkit.SettableClock.NOON;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.Archive.Origin;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.StorageTarget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An archive for tests: {@code anArchive(meeting).requestedAt(NOON).reported("id", READY).addedTo(stores)}. */
public final class ExampleArchive {

    private final Meeting meeting;
    private ArchiveSpec spec = ArchiveSpec.composed("name");
    private Instant requestedAt = NOON;
    private @Nullable StorageTarget storage;
    private @Nullable String id;
    private ArchiveStatus status = ArchiveStatus.REQUESTED;
    private Facts facts = Facts.NONE;

    private ExampleArchive(Meeting meeting) {
        this.meeting = meeting;
    }

    /** Requested at noon by {@code creator}, composed, and not confirmed by its provider. */
    public static ExampleArchive anArchive(Meeting meeting) {
        return new ExampleArchive(meeting);
    }

    public ExampleArchive as(ArchiveSpec itsSpec) {
        spec = itsSpec;
        return this;
    }

    public ExampleArchive requestedAt(Instant time) {
        requestedAt = time;
        return this;
    }

    public ExampleArchive storedIn(StorageTarget target) {
        storage = target;
        return this;
    }

    /** The provider has told of it, under that id. */
    public ExampleArchive reported(String itsId, ArchiveStatus itsStatus) {
        return reported(itsId, itsStatus, Facts.NONE);
    }

    public ExampleArchive reported(String itsId, ArchiveStatus itsStatus, Facts itsFacts) {
        id = itsId;
        facts = itsFacts;
        return in(itsStatus);
    }

    /** As we know it ourselves. */
    public ExampleArchive in(ArchiveStatus itsStatus) {
        status = itsStatus;
        return this;
    }

    public Archive addedTo(Stores stores) {
        Archive archive = build();
        stores.archives().add(archive);
        return archive;
    }

    public Archive build() {
        var origin = new Origin(meeting.tenant(), meeting.link(), meeting.room(), new Stamp("creator", requestedAt));
        Archive requested = Archive.requested(origin, spec, storage);
        return id == null
                ? requested.become(status, null, requestedAt)
                : requested.merge(report(meeting, id, status, facts), requestedAt);
    }

    static ArchiveReport report(Meeting meeting, String id, ArchiveStatus status, Facts facts) {
        return new ArchiveReport(new ArchiveId(id), meeting.room().id(), status, facts);
    }
}
