package dev.convene.starter.web;

import dev.convene.core.meeting.TokenRequest;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /session/{link}/token}. */
@Schema(name = "IssueToken")
record IssueToken(
        @Schema(
                types = {"string", "integer"},
                description = "RFC 3339 date-time, or milliseconds since the epoch")
        @Nullable
        Object expireTime,

        @Schema(allowableValues = {"publisher", "subscriber", "moderator", "publisheronly"}) @Nullable
        String role,

        @Schema(description = "Whom the token is for; the caller if absent", maxLength = 1024) @Nullable
        String data,

        @Schema(description = "What other people see", maxLength = Participant.MAX_NAME_LENGTH) @Nullable
        String name) {

    TokenRequest toRequest() {
        return new TokenRequest(
                Optional.ofNullable(role).map(IssueToken::role),
                Optional.ofNullable(Texts.limited("/data", data, Participant.MAX_IDENTITY_LENGTH)),
                Optional.ofNullable(Texts.limited("/name", name, Participant.MAX_NAME_LENGTH)),
                expiry());
    }

    private static Role role(String value) {
        try {
            return Role.of(value);
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.field(
                    "/role",
                    "enum",
                    "must be one of publisher, subscriber, moderator, publisheronly",
                    Map.of(
                            "allowedValues",
                            Arrays.stream(Role.values()).map(Role::value).toList()));
        }
    }

    /** Null, 0 and the empty string mean none, as with the predecessor. */
    private Optional<Instant> expiry() {
        if (expireTime == null || "".equals(expireTime) || Integer.valueOf(0).equals(expireTime)) {
            return Optional.empty();
        }
        return Optional.of(IsoTime.lenient(expireTime)
                .orElseThrow(() -> new BadRequest("invalid-time", "Expire time is not in correct format.")));
    }
}
