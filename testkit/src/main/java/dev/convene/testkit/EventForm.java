package dev.convene.testkit;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvent.RoomClosed;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as the fields of a form, both ways. */
final class EventForm {

    private EventForm() {}

    static Map<String, String> of(ProviderEvent event) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", event.getClass().getSimpleName());
        fields.put("id", event.id());
        fields.put("room", event.room().value());
        fields.put("at", event.at().toString());
        switch (event) {
            case Joined it -> put(fields, it.connection(), it.participant());
            case Left it -> put(fields, it.connection(), it.participant());
            case EndedByModerator it -> fields.put("identity", it.identity());
            case RoomClosed it -> {}
            case ArchiveChanged it -> ArchiveForm.put(fields, it.report());
        }
        return fields;
    }

    private static void put(Map<String, String> fields, ConnectionId connection, @Nullable Participant participant) {
        fields.put("connection", connection.value());
        if (participant != null) {
            fields.put("identity", participant.identity());
            fields.put("name", participant.name());
        }
    }

    static List<ProviderEvent> read(Map<String, String> fields) throws Unreadable {
        try {
            return switch (fields.getOrDefault("kind", "")) {
                case "Joined" -> List.of(joined(fields));
                case "Left" -> List.of(left(fields));
                case "EndedByModerator" ->
                    List.of(new EndedByModerator(
                            field(fields, "id"), room(fields), at(fields), field(fields, "identity")));
                case "RoomClosed" -> List.of(new RoomClosed(field(fields, "id"), room(fields), at(fields)));
                case "ArchiveChanged" ->
                    List.of(new ArchiveChanged(field(fields, "id"), at(fields), ArchiveForm.read(fields)));
                default -> List.of();
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static Joined joined(Map<String, String> fields) {
        var participant = new Participant(field(fields, "identity"), field(fields, "name"));
        return new Joined(field(fields, "id"), room(fields), at(fields), connection(fields), participant);
    }

    private static Left left(Map<String, String> fields) {
        String identity = fields.get("identity");
        var participant = identity == null ? null : new Participant(identity, field(fields, "name"));
        return new Left(field(fields, "id"), room(fields), at(fields), connection(fields), participant);
    }

    static RoomId room(Map<String, String> fields) {
        return new RoomId(field(fields, "room"));
    }

    private static ConnectionId connection(Map<String, String> fields) {
        return new ConnectionId(field(fields, "connection"));
    }

    private static Instant at(Map<String, String> fields) {
        return Instant.parse(field(fields, "at"));
    }

    static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the field " + name + " is missing");
        }
        return value;
    }
}
