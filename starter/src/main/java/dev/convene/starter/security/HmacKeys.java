package dev.convene.starter.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys for HS256. */
final class HmacKeys {

    static final int MIN_BYTES = 32;

    private HmacKeys() {}

    static boolean isShort(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8).length < MIN_BYTES;
    }

    /**
     * The library refuses a key of fewer than 32 bytes; the predecessor takes it. HMAC itself pads a key with zeros to the
     * block of its hash, so padding it here changes no signature: https://www.rfc-editor.org/rfc/rfc2104#section-2
     */
    static SecretKey of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return new SecretKeySpec(Arrays.copyOf(bytes, Math.max(bytes.length, MIN_BYTES)), "HmacSHA256");
    }
}
