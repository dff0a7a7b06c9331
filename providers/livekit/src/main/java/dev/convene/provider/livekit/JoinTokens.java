package dev.convene.provider.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/**
 * Signs grants as LiveKit's access tokens, and reads them again. A moderator's has {@code roomAdmin}, which is good for this one
 * room: with it LiveKit's own clients can mute and remove people too. Thread-safe; nothing is sent.
 */
final class JoinTokens {

    /** LiveKit takes 256 bytes for an identity and for a name (its configuration, {@code limit}), and counts UTF-8. */
    private static final int MAX_BYTES = 256;

    /** No character of Java takes more than 3 bytes. */
    static final int MAX_IDENTITY_LENGTH = MAX_BYTES / 3;

    private final ApiKey key;
    private final Clock clock;

    JoinTokens(ApiKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** What a join token says. */
    record Holder(RoomId room, String identity, Role role) {}

    JoinToken sign(RoomId room, Grant grant) {
        Participant person = grant.participant();
        Instant expiresAt = grant.expiresAt().truncatedTo(ChronoUnit.SECONDS);
        String token = key.sign(new JWTClaimsSet.Builder()
                .subject(person.identity())
                .issueTime(Date.from(grant.issuedAt()))
                .notBeforeTime(Date.from(grant.issuedAt()))
                .expirationTime(Date.from(expiresAt))
                .claim("name", shortened(person.name()))
                .claim("video", video(room, grant.role())));
        return new JoinToken(token, expiresAt);
    }

    private static Map<String, Object> video(RoomId room, Role role) {
        return Map.of(
                "roomJoin",
                true,
                "room",
                room.value(),
                "roomAdmin",
                role == Role.MODERATOR,
                "canPublish",
                role.publishes(),
                "canSubscribe",
                role.subscribes(),
                "canPublishData",
                true,
                "canUpdateOwnMetadata",
                false);
    }

    /** Who holds the token; empty if it is no join token of ours, or has expired. */
    Optional<Holder> verify(String token) {
        return key.verify(token, clock.instant(), Duration.ZERO).flatMap(JoinTokens::holder);
    }

    private static Optional<Holder> holder(JWTClaimsSet claims) {
        return claims.getSubject() != null
                        && claims.getClaim("video") instanceof Map<?, ?> video
                        && Boolean.TRUE.equals(video.get("roomJoin"))
                        && video.get("room") instanceof String room
                        && !room.isBlank()
                ? Optional.of(new Holder(new RoomId(room), claims.getSubject(), role(video)))
                : Optional.empty();
    }

    private static Role role(Map<?, ?> video) {
        if (Boolean.TRUE.equals(video.get("roomAdmin"))) {
            return Role.MODERATOR;
        }
        if (Boolean.FALSE.equals(video.get("canPublish"))) {
            return Role.SUBSCRIBER;
        }
        return Boolean.FALSE.equals(video.get("canSubscribe")) ? Role.PUBLISHER_ONLY : Role.PUBLISHER;
    }

    /** LiveKit would refuse the person for a name that is too long. */
    private static String shortened(String name) {
        String rest = name;
        while (rest.getBytes(UTF_8).length > MAX_BYTES) {
            rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1));
        }
        return rest;
    }
}
