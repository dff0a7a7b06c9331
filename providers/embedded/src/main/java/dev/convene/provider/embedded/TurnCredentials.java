package dev.convene.provider.embedded;

import dev.convene.core.provider.Participant;
import dev.convene.core.provider.RoomId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Short-lived TURN credentials, as coturn checks them with {@code use-auth-secret},
 * https://datatracker.ietf.org/doc/html/draft-uberti-behave-turn-rest-00. The TURN server shares the secret and keeps no users.
 *
 * @param life how long a credential opens allocations; longer than a meeting, for it is not renewed in one
 */
record TurnCredentials(List<String> urls, String secret, Duration life) {

    private static final int USER_LENGTH = 16;

    TurnCredentials {
        urls = List.copyOf(urls);
    }

    IceServer issue(RoomId room, Participant participant, Instant now) {
        // the TURN server's quota is per user; the unguessable room keeps the hash from telling who it is
        String username = now.plus(life).getEpochSecond() + ":" + hash(room.value() + "\n" + participant.identity());
        return new IceServer(urls, username, credential(username));
    }

    String credential(String username) {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(SharedSecret.hmac("HmacSHA1", key, username));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, USER_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JRE has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "TurnCredentials[urls=" + urls + ", life=" + life + "]";
    }
}
