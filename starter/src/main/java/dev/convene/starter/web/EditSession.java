package dev.convene.starter.web;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.MeetingEdit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /session/{link}}. What it does not name stays; what cannot be edited is refused by name. */
@Schema(name = "EditSession")
final class EditSession {

    @JsonProperty
    @Nullable
    Boolean isScheduled;

    @Schema(format = "date-time")
    @JsonProperty
    @Nullable
    String scheduleTime;

    @Schema(format = "date-time")
    @JsonProperty
    @Nullable
    String endsAt;

    @Schema(maxLength = Details.MAX_TITLE_LENGTH)
    @JsonProperty
    @Nullable
    String title;

    @JsonProperty
    @Nullable
    Map<String, Object> metadata;

    @JsonProperty
    @Nullable
    Boolean allowGuests;

    @JsonAnySetter
    void refuse(String name, @Nullable Object value) {
        throw InvalidRequest.field(
                "/" + name, "additionalProperties", "cannot be edited", Map.of("additionalProperty", name));
    }

    MeetingEdit toEdit() {
        return new MeetingEdit(
                Optional.ofNullable(isScheduled),
                time("/scheduleTime", scheduleTime),
                time("/endsAt", endsAt),
                Optional.ofNullable(Texts.limited("/title", title, Details.MAX_TITLE_LENGTH)),
                Optional.ofNullable(metadata),
                Optional.ofNullable(allowGuests));
    }

    private static Optional<Instant> time(String path, @Nullable String text) {
        return Optional.ofNullable(text)
                .map(it -> IsoTime.strict(it)
                        .orElseThrow(() -> InvalidRequest.field(
                                path, "format", "must match format \"date-time\"", Map.of("format", "date-time"))));
    }
}
