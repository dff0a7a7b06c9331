package dev.convene.provider.vonage;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads authentic callbacks; kinds and fields that are not known are passed over. A callback has no id, so its event's is made
 * of its bytes: the same callback delivered again is the same event. See <a
 * href="https://developer.vonage.com/en/video/guides/session-monitoring">Session monitoring</a>.
 */
final class CallbackBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The name depends on the kind of callback and on the age of the account. */
    private static final List<String> PROJECT = List.of("projectId", "partnerId", "applicationId");

    private final String project;
    private final Clock clock;

    CallbackBody(String project, Clock clock) {
        this.project = project;
        this.clock = clock;
    }

    List<ProviderEvent> read(byte[] body) throws NotAuthentic, Unreadable {
        try {
            JsonNode callback = JSON.readTree(body);
            if (!callback.isObject()) {
                throw new Unreadable("A callback is an object");
            }
            if (!isOurs(callback)) {
                throw new NotAuthentic("it is of another project");
            }
            return event(callback, CallbackProof.sha256(body)).stream().toList();
        } catch (JacksonException e) {
            throw new Unreadable("The body is not JSON");
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private boolean isOurs(JsonNode callback) {
        return PROJECT.stream()
                .map(callback::path)
                .filter(it -> it.isString() || it.isIntegralNumber())
                .allMatch(it -> project.equals(it.asString()));
    }

    private Optional<ProviderEvent> event(JsonNode callback, String id) {
        // the older form of an archive's callback has no event
        boolean ofArchive = callback.has("status") && callback.has("id");
        return switch (callback.path("event").asString(ofArchive ? "archive" : "")) {
            case "connectionCreated" -> joined(callback, callback.path("connection"), id);
            case "connectionDestroyed" -> Optional.of(left(callback, id));
            // whoever sends is connected, also if that was not reported; to send no more is not to leave
            case "streamCreated", "streamDestroyed" -> joined(callback, connectionOfStream(callback), id);
            case "archive" -> archive(callback, id);
            default -> Optional.empty();
        };
    }

    /** Inside the stream; outside it only where the predecessor's clients make callbacks up. */
    private static JsonNode connectionOfStream(JsonNode callback) {
        JsonNode inside = callback.path("stream").path("connection");
        return inside.isObject() ? inside : callback.path("connection");
    }

    /** Who does not say who they are came with a token that is not ours. */
    private static Optional<ProviderEvent> joined(JsonNode callback, JsonNode connection, String id) {
        ConnectionId connectionId = connectionId(connection);
        Instant at = connection.has("createdAt") ? instant(connection, "createdAt") : instant(callback, "timestamp");
        return Optional.ofNullable(participant(connection))
                .map(it -> new Joined(id, room(callback), at, connectionId, it));
    }

    private static Left left(JsonNode callback, String id) {
        JsonNode connection = callback.path("connection");
        return new Left(
                id, room(callback), instant(callback, "timestamp"), connectionId(connection), participant(connection));
    }

    private Optional<ProviderEvent> archive(JsonNode callback, String id) {
        Instant changed = ArchiveJson.changedAt(callback);
        Instant at = changed == null ? clock.instant() : changed;
        return ArchiveJson.read(callback).map(it -> new ArchiveChanged(id, at, it));
    }

    private static RoomId room(JsonNode callback) {
        return new RoomId(text(callback, "sessionId"));
    }

    private static ConnectionId connectionId(JsonNode connection) {
        return new ConnectionId(text(connection, "id"));
    }

    private static @Nullable Participant participant(JsonNode connection) {
        String data = connection.path("data").asString("");
        return data.isBlank() ? null : ConnectionData.read(data);
    }

    private static Instant instant(JsonNode object, String name) {
        JsonNode millis = object.path(name);
        if (!millis.isIntegralNumber() || !millis.canConvertToLong()) {
            throw new IllegalArgumentException("'" + name + "' is a number of milliseconds");
        }
        return Instant.ofEpochMilli(millis.longValue());
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("'" + name + "' is a text");
        }
        return value.stringValue();
    }
}
