package dev.convene.starter.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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

/**
 * The body of {@code POST /session}. Unknown members are ignored, as the predecessor does; {@code isScheduled} may be left out,
 * but not be {@code null}.
 */
@Schema(name = "CreateSession")
final class CreateSession {

    @JsonProperty
    @JsonSetter(nulls = Nulls.FAIL)
    @Nullable
    Boolean isScheduled;

    @Schema(type = "string", format = "date-time", description = "Required if isScheduled is true")
    @JsonProperty
    @Nullable
    Object scheduleTime;

    @Schema(type = "string", format = "date-time", description = "When everybody is put out")
    @JsonProperty
    @Nullable
    Object endsAt;

    @JsonProperty
    @Nullable
    Boolean enableArchiving;

    @JsonProperty
    @Nullable
    Boolean endToEndEncryption;

    @Schema(maxLength = Details.MAX_TITLE_LENGTH)
    @JsonProperty
    @Nullable
    String title;

    @Schema(maxLength = Details.MAX_EXTERNAL_ID_LENGTH)
    @JsonProperty
    @Nullable
    String externalId;

    @Schema(description = "As JSON, of up to " + Details.MAX_METADATA_LENGTH + " characters")
    @JsonProperty
    @Nullable
    Map<String, Object> metadata;

    @Schema(defaultValue = "true")
    @JsonProperty
    @Nullable
    Boolean allowGuests;

    NewMeeting toNewMeeting() {
        var details = new Details(
                Texts.limited("/title", title, Details.MAX_TITLE_LENGTH),
                Texts.limited("/externalId", externalId, Details.MAX_EXTERNAL_ID_LENGTH),
                metadata == null ? Map.of() : Texts.limited("/metadata", metadata, Details.MAX_METADATA_LENGTH));
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
