package dev.convene.provider.livekit;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvent.RoomClosed;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads authentic webhooks: protobuf's JSON, in which what has its default value is left out and long numbers are texts. Kinds
 * and fields that are not known are passed over. So is {@code participant_connection_aborted}: who never got through was not
 * there. See <a href="https://docs.livekit.io/home/server/webhooks/">Webhooks</a>.
 */
final class WebhookBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    private WebhookBody() {}

    static List<ProviderEvent> read(byte[] body) throws Unreadable {
        try {
            JsonNode webhook = JSON.readTree(body);
            if (!webhook.isObject()) {
                throw new Unreadable("A webhook is an object");
            }
            return event(webhook).stream().toList();
        } catch (JacksonException e) {
            throw new Unreadable("The body is not JSON");
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<ProviderEvent> event(JsonNode webhook) {
        return switch (webhook.path("event").asString("")) {
            case "participant_joined" -> ofPerson(webhook).map(it -> joined(webhook, it));
            case "participant_left" -> ofPerson(webhook).map(it -> left(webhook, it));
            case "room_finished" -> Optional.of(new RoomClosed(id(webhook), room(webhook), at(webhook)));
            case "egress_started", "egress_updated", "egress_ended" ->
                EgressJson.read(webhook.path("egressInfo")).map(it -> new ArchiveChanged(id(webhook), at(webhook), it));
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> ofPerson(JsonNode webhook) {
        JsonNode participant = webhook.path("participant");
        return Kind.isPerson(participant.path("kind").asString("")) ? Optional.of(participant) : Optional.empty();
    }

    private static Joined joined(JsonNode webhook, JsonNode participant) {
        Instant at = joinedAt(participant).orElseGet(() -> at(webhook));
        return new Joined(id(webhook), room(webhook), at, connection(participant), person(participant));
    }

    private static Left left(JsonNode webhook, JsonNode participant) {
        Instant at = at(webhook);
        // the webhook's time is in whole seconds: nobody leaves before they came
        Instant end = joinedAt(participant).filter(it -> it.isAfter(at)).orElse(at);
        return new Left(id(webhook), room(webhook), end, connection(participant), person(participant));
    }

    private static String id(JsonNode webhook) {
        return text(webhook, "id");
    }

    /** By its name: that is what we know it by. */
    private static RoomId room(JsonNode webhook) {
        return new RoomId(text(webhook.path("room"), "name"));
    }

    private static ConnectionId connection(JsonNode participant) {
        return new ConnectionId(text(participant, "sid"));
    }

    private static Participant person(JsonNode participant) {
        String identity = text(participant, "identity");
        String name = participant.path("name").asString("");
        return new Participant(identity, name.isBlank() ? identity : name);
    }

    /** When LiveKit made the report. */
    private static Instant at(JsonNode webhook) {
        return Instant.ofEpochSecond(number(webhook, "createdAt")
                .orElseThrow(() -> new IllegalArgumentException("'createdAt' is a number of seconds")));
    }

    /** Servers before 1.8 say it in whole seconds only. */
    private static Optional<Instant> joinedAt(JsonNode participant) {
        return number(participant, "joinedAtMs")
                .map(Instant::ofEpochMilli)
                .or(() -> number(participant, "joinedAt").map(Instant::ofEpochSecond));
    }

    private static Optional<Long> number(JsonNode object, String name) {
        String text = object.path(name).asString("");
        return text.matches("\\d{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("'" + name + "' is a text");
        }
        return value.stringValue();
    }
}
