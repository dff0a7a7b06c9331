package dev.convene.provider.embedded;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids that nobody guesses: 128 random bits in base64url, 22 characters. */
final class RandomId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private RandomId() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
