package dev.convene.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Join tokens that a person can read: a form, a dot, and its signature. */
final class FakeTokens {

    record Opened(RoomId room, Grant grant) {}

    private final Hmac hmac = new Hmac();

    JoinToken sign(RoomId room, Grant grant) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("identity", grant.participant().identity());
        fields.put("room", room.value());
        fields.put("role", grant.role().value());
        fields.put("name", grant.participant().name());
        fields.put("iat", grant.issuedAt().toString());
        fields.put("exp", grant.expiresAt().toString());
        String form = Form.encode(fields);
        return new JoinToken(form + "." + hmac.sign(form.getBytes(UTF_8)), grant.expiresAt());
    }

    /** What the token says; empty if this provider did not sign it. */
    Optional<Opened> open(JoinToken token) {
        int dot = token.value().lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String form = token.value().substring(0, dot);
        if (!hmac.isSignatureOf(form.getBytes(UTF_8), token.value().substring(dot + 1))) {
            return Optional.empty();
        }
        return Optional.of(opened(Form.decode(form)));
    }

    private static Opened opened(Map<String, String> fields) {
        var participant = new Participant(field(fields, "identity"), field(fields, "name"));
        return new Opened(
                new RoomId(field(fields, "room")),
                new Grant(
                        participant,
                        Role.of(field(fields, "role")),
                        Instant.parse(field(fields, "iat")),
                        Instant.parse(field(fields, "exp"))));
    }

    private static String field(Map<String, String> fields, String name) {
        return requireNonNull(fields.get(name), name);
    }
}
