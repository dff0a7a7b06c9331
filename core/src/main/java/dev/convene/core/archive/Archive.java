package dev.convene.core.archive;

import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.StorageTarget;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A recording of a meeting's room and how far it is. Immutable; each change is a new value. Deleted ones are kept.
 *
 * @param storage where its files go; null if they stay with the provider
 * @param providerId the provider's own id; null until the provider has confirmed the start
 */
public record Archive(
        ArchiveKey key,
        Origin origin,
        ArchiveSpec spec,
        @Nullable StorageTarget storage,
        @Nullable ArchiveId providerId,
        ArchiveProgress progress) {

    /**
     * Of what it is, and who asked for it.
     *
     * @param requested by nobody if the provider began it by itself
     */
    public record Origin(TenantId tenant, MeetingLink meeting, Room room, Stamp requested) {}

    /** One that is asked for, of which the provider is not known to know. */
    public static Archive requested(Origin origin, ArchiveSpec spec, @Nullable StorageTarget storage) {
        var progress = ArchiveProgress.of(
                ArchiveStatus.REQUESTED, Facts.NONE, origin.requested().at());
        return new Archive(ArchiveKey.next(), origin, spec, storage, null, progress);
    }

    public ArchiveStatus status() {
        return progress.status();
    }

    /** Whether a report may still turn out to be of this one: it is asked for, and no provider has confirmed it. */
    public boolean isUnconfirmed() {
        return providerId == null && status() == ArchiveStatus.REQUESTED;
    }

    public boolean is(ArchiveId id) {
        return id.equals(providerId);
    }

    /**
     * With what the report tells, in any order of reports.
     *
     * @param at when it was told, by the provider's clock
     */
    public Archive merge(ArchiveReport report, Instant at) {
        if (providerId != null && !is(report.id())) {
            throw new IllegalArgumentException("Archive " + key + " is " + providerId + ", not " + report.id());
        }
        return new Archive(
                key,
                heard(Objects.requireNonNullElse(report.facts().startedAt(), at)),
                spec,
                storage,
                report.id(),
                progress.merge(ArchiveProgress.of(report, at)));
    }

    /** As we know it ourselves, without a report. */
    public Archive become(ArchiveStatus status, @Nullable String reason, Instant at) {
        var facts = new Facts(null, null, null, reason);
        return new Archive(
                key, origin, spec, storage, providerId, progress.merge(ArchiveProgress.of(status, facts, at)));
    }

    /** With people arranged like that from now on. */
    Archive arranged(ArchiveLayout layout) {
        var arranged = new ArchiveSpec(spec.name(), spec.output(), layout, spec.audio(), spec.video());
        return new Archive(key, origin, arranged, storage, providerId, progress);
    }

    /** One that the provider began by itself counts as asked for at the earliest moment it is known to be. */
    private Origin heard(Instant at) {
        Stamp requested = origin.requested();
        return requested.by() == null && at.isBefore(requested.at())
                ? new Origin(origin.tenant(), origin.meeting(), origin.room(), new Stamp(null, at))
                : origin;
    }
}
