package dev.convene.starter.web;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveProgress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An archive, as the API shows it: the predecessor's three members, and all of them in Convene's own words. */
@Schema(name = "Archive")
record ArchiveView(
        String name,
        String sessionId,
        VendorArchive metaData,
        String id,
        String code,
        String provider,

        @Schema(
                allowableValues = {
                    "requested",
                    "starting",
                    "active",
                    "stopping",
                    "uploading",
                    "failed",
                    "ready",
                    "expired"
                })
        String status,

        String outputMode,
        String layout,
        boolean hasAudio,
        boolean hasVideo,
        @Nullable String startTime,
        @Schema(description = "Seconds") @Nullable Long duration,
        @Schema(description = "Bytes") @Nullable Long size,
        @Nullable String reason,

        @Schema(description = "Null: with the provider") @Nullable
        StorageView storage,

        @Schema(description = "Null unless there is a file at the provider") @Nullable
        String url,

        @Schema(description = "Null: the provider began it by itself") @Nullable
        String createdBy,

        String createdOn) {

    static ArchiveView of(Archive archive, String downloadUrl) {
        ArchiveProgress progress = archive.progress();
        String url = VendorArchive.isDownloadable(archive) ? downloadUrl : null;
        Duration duration = progress.duration();
        return new ArchiveView(
                archive.spec().name(),
                archive.origin().room().id().value(),
                VendorArchive.of(archive, url),
                archive.key().value(),
                archive.origin().meeting().value(),
                archive.origin().room().provider().value(),
                archive.status().name().toLowerCase(Locale.ROOT),
                archive.spec().output().value(),
                archive.spec().layout().value(),
                archive.spec().audio(),
                archive.spec().video(),
                IsoTime.formatNullable(progress.startedAt()),
                duration == null ? null : duration.toSeconds(),
                progress.sizeBytes(),
                progress.reason() == null ? null : progress.reason().text(),
                StorageView.of(archive.storage()),
                url,
                archive.origin().requested().by(),
                IsoTime.format(archive.origin().requested().at()));
    }
}
