package dev.convene.provider.livekit;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.RoomId;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The rooms at LiveKit (<a href="https://docs.livekit.io/reference/server/server-apis/">RoomService</a>), each known by its name,
 * which cannot be guessed. Thread-safe.
 */
final class LiveKitRooms {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NAME_BYTES = 16;
    private static final Map<String, Object> CREATE = Map.of("roomCreate", true);

    private final LiveKitHttp http;
    private final RoomRules rules;

    LiveKitRooms(LiveKitHttp http, RoomRules rules) {
        this.http = http;
        this.rules = rules;
    }

    RoomRules rules() {
        return rules;
    }

    /** @param more fields of the room that is to be */
    RoomId open(Function<RoomId, Map<String, Object>> more) {
        byte[] random = new byte[NAME_BYTES];
        RANDOM.nextBytes(random);
        String name = "convene-" + HexFormat.of().formatHex(random);
        var room = new HashMap<>(more.apply(new RoomId(name)));
        room.put("name", name);
        room.put("max_participants", rules.maxParticipants());
        room.put("empty_timeout", rules.emptyFor().toSeconds());
        room.put("departure_timeout", rules.leftFor().toSeconds());
        Answer answer = http.send(Call.once("open a room", "RoomService/CreateRoom", CREATE, room));
        if (!name.equals(answer.json().path("name").asString(""))) {
            throw answer.unreadable("another room");
        }
        return new RoomId(name);
    }

    boolean isOpen(RoomId room) {
        Answer answer = http.send(Call.repeatable(
                "look for a room",
                "RoomService/ListRooms",
                Map.of("roomList", true),
                Map.of("names", List.of(room.value()))));
        return answer.json()
                .path("rooms")
                .valueStream()
                .anyMatch(it -> room.value().equals(it.path("name").asString("")));
    }

    /** Puts everybody out; one that is closed or unknown stays as it is. */
    void close(RoomId room) {
        Answer answer = http.send(
                Call.repeatable("close a room", "RoomService/DeleteRoom", CREATE, Map.of("room", room.value())));
        if (!answer.isNotFound()) {
            answer.done();
        }
    }

    Set<ConnectionId> connections(RoomId room) {
        return people(room)
                .map(it -> new ConnectionId(it.path("sid").asString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whose connection that is; empty if nobody's, any more. */
    Optional<String> identity(RoomId room, ConnectionId connection) {
        return people(room)
                .filter(it -> connection.value().equals(it.path("sid").asString()))
                .map(it -> it.path("identity").asString(""))
                .findFirst();
    }

    /** Puts one person out; who has left is left alone. */
    void remove(RoomId room, String identity) {
        Answer answer = http.send(Call.repeatable(
                "remove a person",
                "RoomService/RemoveParticipant",
                admin(room),
                Map.of("room", room.value(), "identity", identity)));
        if (!answer.isNotFound()) {
            answer.done();
        }
    }

    private Stream<JsonNode> people(RoomId room) {
        Answer answer = http.send(Call.repeatable(
                "look who is in a room", "RoomService/ListParticipants", admin(room), Map.of("room", room.value())));
        return answer.isNotFound()
                ? Stream.empty()
                : answer.json()
                        .path("participants")
                        .valueStream()
                        .filter(it -> Kind.isPerson(it.path("kind").asString("")))
                        .filter(it -> !"DISCONNECTED".equals(it.path("state").asString("")))
                        .filter(it -> !it.path("sid").asString("").isBlank());
    }

    private static Map<String, Object> admin(RoomId room) {
        return Map.of("roomAdmin", true, "room", room.value());
    }
}
