package dev.convene.provider.embedded;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an authentic webhook: kinds and fields that are not known are passed over. */
final class WebhookBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    private WebhookBody() {}

    static List<ProviderEvent> read(byte[] body) throws Unreadable {
        try {
            JsonNode reports = JSON.readTree(body);
            var events = new ArrayList<ProviderEvent>();
            for (JsonNode report : reports.isArray() ? reports : List.of(reports)) {
                event(report).ifPresent(events::add);
            }
            return List.copyOf(events);
        } catch (JacksonException e) {
            throw new Unreadable("The body is not JSON");
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<ProviderEvent> event(JsonNode report) {
        if (!report.isObject()) {
            throw new IllegalArgumentException("A report is an object");
        }
        return Optional.ofNullable(
                switch (report.path("event").asString("")) {
                    case "connectionCreated" ->
                        new Joined(
                                text(report, "id"), room(report), at(report), connection(report), participant(report));
                    case "connectionDestroyed" ->
                        new Left(
                                text(report, "id"),
                                room(report),
                                at(report),
                                connection(report),
                                participantOrNull(report));
                    case "ended" ->
                        new EndedByModerator(
                                text(report, "id"), room(report), at(report), text(report.path("connection"), "data"));
                    default -> null;
                });
    }

    private static RoomId room(JsonNode report) {
        return new RoomId(text(report, "sessionId"));
    }

    private static Instant at(JsonNode report) {
        JsonNode timestamp = report.path("timestamp");
        if (!timestamp.isIntegralNumber() || !timestamp.canConvertToLong()) {
            throw new IllegalArgumentException("'timestamp' is a number of milliseconds");
        }
        return Instant.ofEpochMilli(timestamp.longValue());
    }

    private static ConnectionId connection(JsonNode report) {
        return new ConnectionId(text(report.path("connection"), "id"));
    }

    private static Participant participant(JsonNode report) {
        String identity = text(report.path("connection"), "data");
        String name = report.path("connection").path("name").asString(identity);
        return new Participant(identity, name.substring(0, Math.min(name.length(), Participant.MAX_NAME_LENGTH)));
    }

    /** A leave may come without naming whose it is. */
    private static @Nullable Participant participantOrNull(JsonNode report) {
        String identity = report.path("connection").path("data").asString("");
        return identity.isBlank() ? null : participant(report);
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isString()
                || value.stringValue().isBlank()
                || value.stringValue().indexOf('\0') >= 0) {
            throw new IllegalArgumentException("'" + name + "' is a text");
        }
        return value.stringValue();
    }
}
