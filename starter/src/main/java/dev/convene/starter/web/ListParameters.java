package dev.convene.starter.web;

import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The query string of {@code GET /session}, and what other lists take as well. */
final class ListParameters {

    private static final int MAX_LENGTH = 1024;

    private ListParameters() {}

    static MeetingQuery read(Map<String, String> parameters) {
        return new MeetingQuery(
                text(parameters, "state").map(ListParameters::state),
                text(parameters, "from").map(it -> time("from", it)),
                text(parameters, "to").map(it -> time("to", it)),
                text(parameters, "externalId"),
                text(parameters, "cursor").map(Cursor::meeting),
                text(parameters, "limit")
                        .map(it -> limit(it, MeetingQuery.MAX_LIMIT))
                        .orElse(MeetingQuery.DEFAULT_LIMIT));
    }

    static Optional<String> text(Map<String, String> parameters, String name) {
        return text(parameters, name, MAX_LENGTH);
    }

    static Optional<String> text(Map<String, String> parameters, String name, int limit) {
        return Optional.ofNullable(Texts.limited("/" + name, parameters.get(name), limit));
    }

    private static Meeting.State state(String text) {
        return Arrays.stream(Meeting.State.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> invalid("state is one of upcoming, live, ended."));
    }

    static Instant time(String name, String text) {
        return IsoTime.lenient(text).orElseThrow(() -> invalid(name + " is a date-time such as 2027-01-31T09:00:00Z."));
    }

    static int limit(String text, int max) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= max) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below, with the other wrong values.
        }
        throw invalid("limit is a number from 1 to " + max + ".");
    }

    static BadRequest invalid(String message) {
        return new BadRequest("invalid-parameter", message);
    }
}
