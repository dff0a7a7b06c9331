package dev.convene.core.provider;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider says of one archive at one moment. */
public record ArchiveReport(ArchiveId id, RoomId room, ArchiveStatus status, Facts facts) {

    /**
     * What is known besides the status; null is what the report does not tell.
     *
     * @param startedAt when the recording began
     * @param duration how long is recorded; of several reports, the longest counts
     * @param sizeBytes of the file, or of all its files together, once they are made; of several reports, the largest counts
     * @param reason why it stopped or failed, in the provider's words
     */
    public record Facts(
            @Nullable Instant startedAt,
            @Nullable Duration duration,
            @Nullable Long sizeBytes,
            @Nullable String reason) {

        public static final Facts NONE = new Facts(null, null, null, null);

        public static final int MAX_REASON_LENGTH = 500;

        public Facts {
            if (reason != null && reason.isBlank()) {
                reason = null;
            }
            if (reason != null && reason.length() > MAX_REASON_LENGTH) {
                reason = reason.substring(0, MAX_REASON_LENGTH);
            }
        }
    }
}
