package dev.convene.starter.jdbc;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.Archive.Origin;
import dev.convene.core.archive.ArchiveKey;
import dev.convene.core.archive.ArchiveProgress;
import dev.convene.core.archive.ArchiveProgress.Reason;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveOutput;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An archive as a row of {@code convene_archive}, both ways. */
final class ArchiveRows {

    private final StorageRows storage;

    ArchiveRows(StorageRows storage) {
        this.storage = storage;
    }

    Archive archive(ResultSet row, int number) throws SQLException {
        String providerId = row.getString("provider_id");
        return new Archive(
                new ArchiveKey(row.getString("archive_key")),
                origin(row),
                new ArchiveSpec(
                        row.getString("name"),
                        ArchiveOutput.valueOf(row.getString("output")),
                        ArchiveLayout.valueOf(row.getString("layout")),
                        row.getBoolean("audio"),
                        row.getBoolean("video")),
                storage.nullableTarget(row.getString("storage")),
                providerId == null ? null : new ArchiveId(providerId),
                progress(row));
    }

    /** The columns that a change may change. */
    Map<String, @Nullable Object> changeable(Archive archive) {
        ArchiveProgress progress = archive.progress();
        Reason reason = progress.reason();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("key", archive.key().value());
        columns.put(
                "providerId",
                archive.providerId() == null ? null : archive.providerId().value());
        columns.put("layout", archive.spec().layout().name());
        columns.put("status", progress.status().name());
        columns.put("settled", progress.status().isSettled());
        columns.put("startedAt", Times.nullableColumn(progress.startedAt()));
        columns.put(
                "duration",
                progress.duration() == null ? null : progress.duration().toMillis());
        columns.put("size", progress.sizeBytes());
        columns.put("reason", reason == null ? null : reason.text());
        columns.put("reasonStatus", reason == null ? null : reason.of().name());
        columns.put("changedAt", Times.column(progress.changedAt()));
        columns.put("requestedAt", Times.column(archive.origin().requested().at()));
        return columns;
    }

    Map<String, @Nullable Object> all(Archive archive) {
        var columns = new HashMap<String, @Nullable Object>(changeable(archive));
        Origin origin = archive.origin();
        columns.put("tenant", origin.tenant().value());
        columns.put("link", origin.meeting().value());
        columns.put("provider", origin.room().provider().value());
        columns.put("room", origin.room().id().value());
        columns.put("name", archive.spec().name());
        columns.put("output", archive.spec().output().name());
        columns.put("audio", archive.spec().audio());
        columns.put("video", archive.spec().video());
        columns.put("storage", storage.nullableColumn(archive.storage()));
        columns.put("requestedBy", origin.requested().by());
        return columns;
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                new TenantId(row.getString("tenant_id")),
                new MeetingLink(row.getString("link")),
                new Room(new ProviderName(row.getString("provider")), new RoomId(row.getString("room"))),
                new Stamp(row.getString("requested_by"), Times.instant(row, "requested_at")));
    }

    private static ArchiveProgress progress(ResultSet row) throws SQLException {
        Long duration = row.getObject("duration_ms", Long.class);
        String reason = row.getString("reason");
        return new ArchiveProgress(
                ArchiveStatus.valueOf(row.getString("status")),
                Times.nullableInstant(row, "started_at"),
                duration == null ? null : Duration.ofMillis(duration),
                row.getObject("size_bytes", Long.class),
                reason == null ? null : new Reason(ArchiveStatus.valueOf(row.getString("reason_status")), reason),
                Times.instant(row, "changed_at"));
    }
}
