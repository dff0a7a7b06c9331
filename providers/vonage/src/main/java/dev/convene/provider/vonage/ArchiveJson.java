package dev.convene.provider.vonage;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An archive as answers and callbacks have it, of either platform. See <a
 * href="https://developer.vonage.com/en/video/guides/archiving/overview">Archiving</a>.
 */
final class ArchiveJson {

    private ArchiveJson() {}

    /**
     * The archive; empty for a status that is not known.
     *
     * @throws IllegalArgumentException if it is no archive
     */
    static Optional<ArchiveReport> read(JsonNode archive) {
        var id = new ArchiveId(text(archive, "id"));
        var room = new RoomId(text(archive, "sessionId"));
        return status(text(archive, "status")).map(it -> new ArchiveReport(id, room, it, facts(archive)));
    }

    /** When the archive was last changed; null if that is not told. */
    static @Nullable Instant changedAt(JsonNode archive) {
        Instant updated = instant(archive, "updatedAt");
        return updated != null ? updated : instant(archive, "createdAt");
    }

    private static Optional<ArchiveStatus> status(String status) {
        return Optional.ofNullable(
                switch (status) {
                    // paused: nobody sends; it goes on if somebody does
                    case "started", "paused" -> ArchiveStatus.ACTIVE;
                    case "stopped" -> ArchiveStatus.STOPPING;
                    case "uploaded", "available" -> ArchiveStatus.READY;
                    case "expired" -> ArchiveStatus.EXPIRED;
                    case "failed" -> ArchiveStatus.FAILED;
                    case "deleted" -> ArchiveStatus.DELETED;
                    default -> null;
                });
    }

    /** While an archive is being made, its size and duration are 0: not known yet. */
    private static Facts facts(JsonNode archive) {
        long seconds = archive.path("duration").asLong(0);
        long bytes = archive.path("size").asLong(0);
        return new Facts(
                instant(archive, "createdAt"),
                seconds > 0 ? Duration.ofSeconds(seconds) : null,
                bytes > 0 ? bytes : null,
                archive.path("reason").asString(""));
    }

    private static @Nullable Instant instant(JsonNode archive, String name) {
        JsonNode millis = archive.path(name);
        return millis.isIntegralNumber() && millis.canConvertToLong() ? Instant.ofEpochMilli(millis.longValue()) : null;
    }

    private static String text(JsonNode archive, String name) {
        JsonNode value = archive.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("'" + name + "' is a text");
        }
        return value.stringValue();
    }
}
