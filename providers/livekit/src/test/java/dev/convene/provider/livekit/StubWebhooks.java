package dev.convene.provider.livekit;

import com.nimbusds.jwt.JWTClaimsSet;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The webhooks that LiveKit would send: protobuf's JSON, what has its default value left out, long numbers as texts. */
final class StubWebhooks {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Clock clock;
    private final List<String> bodies = new ArrayList<>();

    StubWebhooks(Clock clock) {
        this.clock = clock;
    }

    void person(String event, String room, String sid, String identity) {
        var body = event(event, room);
        String now = Long.toString(clock.instant().getEpochSecond());
        body.put("participant", Map.of("sid", sid, "identity", identity, "name", "", "joinedAt", now));
        bodies.add(JSON.writeValueAsString(body));
    }

    void room(String event, String room) {
        bodies.add(JSON.writeValueAsString(event(event, room)));
    }

    /** With the names of protobuf's JSON, which the stub's answers have in snake case. */
    void egress(String event, Map<String, Object> egress) {
        var body = event(event, String.valueOf(egress.get("room_name")));
        body.put("egressInfo", egress);
        String text = JSON.writeValueAsString(body);
        bodies.add(Pattern.compile("\"([a-z0-9]+(?:_[a-z0-9]+)+)\":")
                .matcher(text)
                .replaceAll(it -> "\"" + camel(it.group(1)) + "\":")
                .replace("\"status\":\"EGRESS_STARTING\",", ""));
    }

    private static String camel(String name) {
        return Pattern.compile("_(.)")
                .matcher(name)
                .replaceAll(it -> it.group(1).toUpperCase(Locale.ROOT));
    }

    List<String> take() {
        var taken = List.copyOf(bodies);
        bodies.clear();
        return taken;
    }

    String signature(ApiKey key, byte[] body) {
        return signature(key, body, clock.instant());
    }

    static String signature(ApiKey key, byte[] body, Instant now) {
        return key.sign(new JWTClaimsSet.Builder()
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("sha256", Base64.getEncoder().encodeToString(sha256(body))));
    }

    private Map<String, Object> event(String event, String room) {
        var body = new LinkedHashMap<String, Object>();
        body.put("event", event);
        body.put("room", Map.of("sid", "RM_" + room.hashCode(), "name", room));
        body.put("id", "EV_" + UUID.randomUUID());
        body.put("createdAt", Long.toString(clock.instant().getEpochSecond()));
        return body;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
