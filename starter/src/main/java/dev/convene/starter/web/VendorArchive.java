package dev.convene.starter.web;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveProgress;
import dev.convene.core.provider.ArchiveStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An archive in the form of Vonage's archive object, which the predecessor handed on as it was.
 *
 * @see <a href="https://tokbox.com/developer/rest/#retrieve_archive_info">OpenTok REST: an archive's fields</a>
 */
@Schema(name = "ArchiveMetaData")
record VendorArchive(
        @Schema(description = "The provider's, or the id here until it has one")
        String id,

        String name,

        @Schema(allowableValues = {"started", "stopped", "uploaded", "available", "failed", "expired", "deleted"})
        String status,

        String reason,
        String sessionId,
        @Schema(description = "Epoch milliseconds") long createdAt,
        @Schema(description = "Epoch milliseconds") long updatedAt,
        @Schema(description = "Seconds") long duration,
        @Schema(description = "Bytes") long size,
        String outputMode,
        boolean hasAudio,
        boolean hasVideo,
        @Nullable String url) {

    static VendorArchive of(Archive archive, @Nullable String url) {
        ArchiveProgress progress = archive.progress();
        var requestedAt = archive.origin().requested().at();
        return new VendorArchive(
                archive.providerId() == null
                        ? archive.key().value()
                        : archive.providerId().value(),
                archive.spec().name(),
                status(archive),
                progress.reason() == null ? "" : progress.reason().text(),
                archive.origin().room().id().value(),
                Objects.requireNonNullElse(progress.startedAt(), requestedAt).toEpochMilli(),
                progress.changedAt().toEpochMilli(),
                Objects.requireNonNullElse(progress.duration(), Duration.ZERO).toSeconds(),
                Objects.requireNonNullElse(progress.sizeBytes(), 0L),
                archive.spec().output().value(),
                archive.spec().audio(),
                archive.spec().video(),
                url);
    }

    /** What lies in a storage of the operator's own is not downloaded from the provider. */
    static boolean isDownloadable(Archive archive) {
        return archive.status() == ArchiveStatus.READY
                && (archive.storage() == null || archive.storage().keptOnFailure());
    }

    private static String status(Archive archive) {
        return switch (archive.status()) {
            case REQUESTED, STARTING, ACTIVE -> "started";
            case STOPPING, UPLOADING -> "stopped";
            case READY -> archive.storage() == null ? "available" : "uploaded";
            case FAILED -> "failed";
            case EXPIRED -> "expired";
            case DELETED -> "deleted";
        };
    }
}
