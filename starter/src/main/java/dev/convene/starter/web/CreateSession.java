package dev.convene.starter.web;

import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.MeetingProblem.InvalidSchedule;
import dev.convene.core.meeting.MeetingProblem.InvalidSchedule.Reason;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Options;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /session}. Unknown members are ignored, as the predecessor does. */
@Schema(name = "CreateSession")
record CreateSession(
        @Nullable Boolean isScheduled,

        @Schema(type = "string", format = "date-time", description = "Required if isScheduled is true") @Nullable
        Object scheduleTime,

        @Schema(type = "string", format = "date-time", description = "When everybody is put out") @Nullable
        Object endsAt,

        @Nullable Boolean enableArchiving,
        @Nullable Boolean endToEndEncryption,

        @Schema(maxLength = Details.MAX_TITLE_LENGTH) @Nullable
        String title,

        @Schema(maxLength = Details.MAX_EXTERNAL_ID_LENGTH) @Nullable
        String externalId,

        @Nullable Map<String, Object> metadata,
        @Schema(defaultValue = "true") @Nullable Boolean allowGuests) {

    NewMeeting toNewMeeting() {
        var details = new Details(
                Texts.limited("/title", title, Details.MAX_TITLE_LENGTH),
                Texts.limited("/externalId", externalId, Details.MAX_EXTERNAL_ID_LENGTH),
                metadata == null ? Map.of() : metadata);
        var options = new Options(
                Boolean.TRUE.equals(enableArchiving),
                Boolean.TRUE.equals(endToEndEncryption),
                !Boolean.FALSE.equals(allowGuests));
        return new NewMeeting(details, options, scheduledFor(), time(endsAt, "End time is not in correct format."));
    }

    private @Nullable Instant scheduledFor() {
        if (!Boolean.TRUE.equals(isScheduled)) {
            return null;
        }
        if (scheduleTime == null || "".equals(scheduleTime)) {
            throw new InvalidSchedule(Reason.TIME_MISSING);
        }
        return Objects.requireNonNull(time(scheduleTime, "Scheduled time is not in correct format."));
    }

    private static @Nullable Instant time(@Nullable Object value, String message) {
        return value == null ? null : IsoTime.lenient(value).orElseThrow(() -> new BadRequest("invalid-time", message));
    }
}
