package dev.convene.provider.livekit;

import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads LiveKit's {@code EgressInfo}, whose names are in snake case in answers and in camel case in webhooks (<a
 * href="https://docs.livekit.io/home/egress/api/">Egress API</a>).
 */
final class EgressJson {

    private EgressJson() {}

    /** Empty for an egress that is none of ours. */
    static Optional<ArchiveReport> read(JsonNode egress) {
        String id = text(egress, "egress_id", "egressId");
        JsonNode request = path(egress, "room_composite", "roomComposite");
        String key = path(request, "file_outputs", "fileOutputs")
                .path(0)
                .path("filepath")
                .asString("");
        return id.isBlank()
                ? Optional.empty()
                : RecordingFile.of(key)
                        .map(it -> new ArchiveReport(it.archive(id), it.room(), status(egress), facts(egress)));
    }

    /** What has its default value is left out in webhooks. */
    private static ArchiveStatus status(JsonNode egress) {
        return switch (egress.path("status").asString("EGRESS_STARTING")) {
            case "EGRESS_STARTING" -> ArchiveStatus.STARTING;
            case "EGRESS_ACTIVE" -> ArchiveStatus.ACTIVE;
            case "EGRESS_ENDING" -> ArchiveStatus.STOPPING;
            case "EGRESS_COMPLETE" -> ArchiveStatus.READY;
            // its time was over, which is no harm to what was recorded until then
            case "EGRESS_LIMIT_REACHED" -> file(egress).isMissingNode() ? ArchiveStatus.FAILED : ArchiveStatus.READY;
            default -> ArchiveStatus.FAILED;
        };
    }

    private static Facts facts(JsonNode egress) {
        JsonNode file = file(egress);
        Long started = number(path(egress, "started_at", "startedAt"));
        Long duration = number(file.path("duration"));
        String error = egress.path("error").asString("");
        return new Facts(
                started == null ? null : Instant.EPOCH.plusNanos(started),
                duration == null ? null : Duration.ofNanos(duration),
                number(file.path("size")),
                error.isBlank() ? egress.path("details").asString("") : error);
    }

    private static JsonNode file(JsonNode egress) {
        return path(egress, "file_results", "fileResults").path(0);
    }

    /** Long numbers are texts; nothing is known that is 0. */
    private static @Nullable Long number(JsonNode value) {
        String text = value.asString("");
        return text.matches("[1-8]\\d{0,18}|9\\d{0,17}") ? Long.valueOf(text) : null;
    }

    private static String text(JsonNode object, String snake, String camel) {
        return path(object, snake, camel).asString("");
    }

    private static JsonNode path(JsonNode object, String snake, String camel) {
        return object.has(snake) ? object.path(snake) : object.path(camel);
    }
}
