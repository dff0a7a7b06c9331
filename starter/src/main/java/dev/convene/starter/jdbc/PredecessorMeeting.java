package dev.convene.starter.jdbc;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveKey;
import dev.convene.core.archive.ArchiveProgress;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.ArchiveStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the predecessor's.
 *
 * @param archive the provider's id of its archive; null if it has none
 */
record PredecessorMeeting(Meeting meeting, @Nullable ArchiveId archive) {

    /** No more is known than its id, so it is one of those that the provider is asked for. */
    @Nullable
    Archive archive(long id) {
        if (archive == null) {
            return null;
        }
        Stamp created = meeting.history().created();
        Instant at = Objects.requireNonNullElse(meeting.history().startedAt(), created.at());
        return new Archive(
                new ArchiveKey("adopted-" + id),
                new Archive.Origin(meeting.tenant(), meeting.link(), meeting.room(), new Stamp(created.by(), at)),
                ArchiveSpec.composed(meeting.link().value()),
                null,
                archive,
                new ArchiveProgress(ArchiveStatus.UPLOADING, null, null, null, null, at));
    }
}
