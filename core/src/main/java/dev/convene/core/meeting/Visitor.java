package dev.convene.core.meeting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Someone who opens a join link.
 *
 * @param caller as whom they are signed in, if they are
 * @param name what other people shall see
 * @param guestKey a secret of the guest's browser, by which a guest who comes back is the same person in the attendance
 */
public record Visitor(Optional<Caller> caller, String name, Optional<String> guestKey) {

    /** A signed-in person of that tenant; for another tenant they are a guest like any. */
    Optional<Caller> memberOf(TenantId tenant) {
        return caller.filter(it -> it.tenant().equals(tenant));
    }

    /** Who a guest is in that meeting. Other meetings and other people cannot tell the key from it. */
    String guestIdentity(MeetingLink link) {
        return "guest-"
                + guestKey.map(key -> hash(link + " " + key))
                        .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
