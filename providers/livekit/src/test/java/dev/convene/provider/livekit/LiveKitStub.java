package dev.convene.provider.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.convene.vendor.testkit.OpenApiCheck;
import dev.convene.vendor.testkit.VendorAnswer;
import dev.convene.vendor.testkit.VendorRequest;
import dev.convene.vendor.testkit.VendorStub;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * LiveKit's RoomService as server 1.13 answers it, its Egress, and the bucket that this writes to: a call needs a token with the grant for it, fields it does not have are
 * defects, and what happens is told as webhooks, which a test takes and delivers as it likes.
 */
public final class LiveKitStub extends VendorStub {

    public static final String KEY = "APIconvene";
    public static final String SECRET = "a-secret-of-the-stub-with-32-bytes";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> TIMEOUTS =
            Set.of("name", "empty_timeout", "departure_timeout", "max_participants", "egress");

    private final ApiKey key = new ApiKey(KEY, SECRET);
    private final Clock clock;
    private final StubWebhooks webhooks;
    private final StubEgress egress;
    private final Map<String, Map<String, String>> rooms = new LinkedHashMap<>();
    private int people;

    /** @param clock of LiveKit */
    public LiveKitStub(Clock clock) {
        super(OpenApiCheck.none());
        this.clock = clock;
        this.webhooks = new StubWebhooks(clock);
        this.egress = new StubEgress(clock, webhooks);
    }

    public synchronized boolean isOpen(String room) {
        return rooms.containsKey(room);
    }

    /** Who is in the room now. */
    public synchronized List<String> identities(String room) {
        return List.copyOf(rooms.getOrDefault(room, Map.of()).values());
    }

    /** The file of the room's egress, the only one, is in the bucket. */
    public synchronized void completeEgress() {
        egress.complete("EG_000000000001");
    }

    /** The recorder of the egresses of the rooms. */
    synchronized StubEgress egress() {
        return egress;
    }

    /** A person comes into a room, which opens if it is closed; answers the participant's SID. */
    public synchronized String join(String room, String identity) {
        people++;
        String sid = "PA_%012d".formatted(people);
        rooms.computeIfAbsent(room, it -> new LinkedHashMap<>()).put(sid, identity);
        webhooks.person("participant_joined", room, sid, identity);
        return sid;
    }

    public synchronized void leave(String room, String sid) {
        String identity = rooms.get(room).remove(sid);
        webhooks.person("participant_left", room, sid, identity);
    }

    /** The bodies of what was reported since the last time. */
    public synchronized List<String> takeWebhooks() {
        return webhooks.take();
    }

    /** The {@code Authorization} of a webhook with that body. */
    public String signature(String body) {
        return webhooks.signature(key, body.getBytes(UTF_8));
    }

    @Override
    protected VendorAnswer answer(VendorRequest request) {
        if (!request.path().startsWith("/twirp/")) {
            return egress.bucket(request);
        }
        JWTClaimsSet token = key.verify(
                        request.header("Authorization").orElse("").replaceFirst("Bearer ", ""),
                        clock.instant(),
                        Duration.ofMinutes(1))
                .orElse(null);
        if (token == null) {
            return new VendorAnswer(401, Map.of("Content-Type", "text/plain"), "invalid API key: " + KEY);
        }
        JsonNode body = JSON.readTree(request.body());
        var grants = (Map<?, ?>) token.getClaim("video");
        return switch (request.path()) {
            case "/twirp/livekit.RoomService/CreateRoom" ->
                needing(grants, "roomCreate", "", body, TIMEOUTS, this::create);
            case "/twirp/livekit.RoomService/DeleteRoom" ->
                needing(grants, "roomCreate", "", body, Set.of("room"), this::delete);
            case "/twirp/livekit.RoomService/ListRooms" ->
                needing(grants, "roomList", "", body, Set.of("names"), this::list);
            case "/twirp/livekit.RoomService/ListParticipants" ->
                needing(grants, "roomAdmin", room(body), body, Set.of("room"), this::participants);
            case "/twirp/livekit.RoomService/RemoveParticipant" ->
                needing(grants, "roomAdmin", room(body), body, Set.of("room", "identity"), this::remove);
            case "/twirp/livekit.Egress/StartRoomCompositeEgress" ->
                needing(grants, "roomRecord", "", body, StubEgress.FIELDS, egress::start);
            case "/twirp/livekit.Egress/StopEgress" ->
                needing(grants, "roomRecord", "", body, Set.of("egress_id"), egress::stop);
            case "/twirp/livekit.Egress/ListEgress" ->
                needing(grants, "roomRecord", "", body, Set.of("room_name", "egress_id", "active"), egress::list);
            default -> error(404, "bad_route", "no handler for path " + request.path());
        };
    }

    private interface Method {
        VendorAnswer answer(JsonNode body);
    }

    private static VendorAnswer needing(
            Map<?, ?> grants, String grant, String room, JsonNode body, Set<String> fields, Method method) {
        var unknown = new TreeSet<>(body.propertyNames());
        unknown.removeAll(fields);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("LiveKit has no fields " + unknown);
        }
        boolean granted = Boolean.TRUE.equals(grants.get(grant)) && (room.isEmpty() || room.equals(grants.get("room")));
        return granted ? method.answer(body) : error(401, "unauthenticated", "permissions denied");
    }

    private VendorAnswer create(JsonNode body) {
        String name = body.path("name").asString();
        rooms.putIfAbsent(name, new LinkedHashMap<>());
        if (body.has("egress")) {
            egress.start(body.path("egress").path("room"));
        }
        return json(room(name));
    }

    private VendorAnswer delete(JsonNode body) {
        Map<String, String> left = rooms.remove(room(body));
        if (left == null) {
            return error(404, "not_found", "requested room does not exist");
        }
        left.forEach((sid, identity) -> webhooks.person("participant_left", room(body), sid, identity));
        webhooks.room("room_finished", room(body));
        return json(Map.of());
    }

    private VendorAnswer list(JsonNode body) {
        var found = new ArrayList<Map<String, Object>>();
        body.path("names").forEach(it -> {
            if (rooms.containsKey(it.asString())) {
                found.add(room(it.asString()));
            }
        });
        return json(Map.of("rooms", found));
    }

    private VendorAnswer participants(JsonNode body) {
        var found = new ArrayList<Map<String, Object>>();
        rooms.getOrDefault(room(body), Map.of()).forEach((sid, identity) -> found.add(person(sid, identity, "ACTIVE")));
        found.add(person("PA_gone", "somebody-before", "DISCONNECTED"));
        var recorder = new LinkedHashMap<>(person("PA_recorder", "EG_1", "ACTIVE"));
        recorder.put("kind", "EGRESS");
        found.add(recorder);
        return json(Map.of("participants", found));
    }

    private VendorAnswer remove(JsonNode body) {
        Map<String, String> present = rooms.getOrDefault(room(body), Map.of());
        String identity = body.path("identity").asString();
        if (!present.containsValue(identity)) {
            return error(404, "not_found", "participant does not exist");
        }
        List.copyOf(present.keySet()).stream()
                .filter(it -> identity.equals(present.get(it)))
                .forEach(it -> leave(room(body), it));
        return json(Map.of());
    }

    private static Map<String, Object> room(String name) {
        return Map.of("sid", "RM_" + name.hashCode(), "name", name, "num_participants", 0, "creation_time", "0");
    }

    private static Map<String, Object> person(String sid, String identity, String state) {
        return Map.of("sid", sid, "identity", identity, "state", state, "kind", "STANDARD", "joined_at", "0");
    }

    private static String room(JsonNode body) {
        return body.path("room").asString("");
    }

    static VendorAnswer json(Object body) {
        return VendorAnswer.json(200, JSON.writeValueAsString(body));
    }

    static VendorAnswer error(int status, String code, String message) {
        return VendorAnswer.json(status, JSON.writeValueAsString(Map.of("code", code, "msg", message)));
    }
}
