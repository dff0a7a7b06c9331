package dev.convene.starter.web;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.convene.core.meeting.Change;
import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.MeetingEdit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /session/{link}}. What it does not name stays; what cannot be edited is refused by name. An empty
 * {@code Optional} is a {@code null} in the body, which takes the value away.
 */
@Schema(name = "EditSession")
final class EditSession {

    @JsonProperty
    @JsonSetter(nulls = Nulls.FAIL)
    @Nullable
    Boolean isScheduled;

    @Schema(format = "date-time")
    @JsonProperty
    @JsonSetter(nulls = Nulls.FAIL)
    @Nullable
    String scheduleTime;

    @Schema(
            types = {"string", "null"},
            format = "date-time",
            description = "null: until somebody ends it")
    @JsonProperty
    @Nullable
    Optional<String> endsAt;

    @Schema(
            types = {"string", "null"},
            maxLength = Details.MAX_TITLE_LENGTH,
            description = "null: none")
    @JsonProperty
    @Nullable
    Optional<String> title;

    @Schema(
            types = {"object", "null"},
            description =
                    "Replaced as a whole, up to " + Details.MAX_METADATA_LENGTH + " characters of JSON. null: none")
    @JsonProperty
    @Nullable
    Optional<Map<String, Object>> metadata;

    @JsonProperty
    @JsonSetter(nulls = Nulls.FAIL)
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
                Optional.ofNullable(scheduleTime).map(it -> time("/scheduleTime", it)),
                change(endsAt, it -> time("/endsAt", it)),
                change(title, it -> Texts.limited("/title", it, Details.MAX_TITLE_LENGTH)),
                change(metadata, it -> Texts.limited("/metadata", it, Details.MAX_METADATA_LENGTH)),
                Optional.ofNullable(allowGuests));
    }

    private static <T, R> Change<R> change(@Nullable Optional<T> named, Function<T, @Nullable R> read) {
        return named == null ? Change.none() : Change.to(named.map(read).orElse(null));
    }

    private static Instant time(String path, String text) {
        return IsoTime.strict(text)
                .orElseThrow(() -> InvalidRequest.field(
                        path, "format", "must match format \"date-time\"", Map.of("format", "date-time")));
    }
}
