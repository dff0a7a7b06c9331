package dev.convene.provider.embedded;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Key material for HMAC. Shorter than the hash it would weaken the signature (RFC 7518, 3.2). */
final class SharedSecret {

    static final int MIN_BYTES = 32;

    private final byte[] bytes;

    private SharedSecret(byte[] bytes) {
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException("A secret has at least " + MIN_BYTES + " bytes");
        }
        this.bytes = bytes;
    }

    static SharedSecret of(String secret) {
        return new SharedSecret(secret.getBytes(StandardCharsets.UTF_8));
    }

    static SharedSecret random() {
        byte[] bytes = new byte[MIN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SharedSecret(bytes);
    }

    /** Another secret for another purpose: HMAC-SHA256 of the label under this one. Neither tells the other. */
    SharedSecret derive(String label) {
        return new SharedSecret(hmac("HmacSHA256", bytes, label));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    static byte[] hmac(String algorithm, byte[] key, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JRE has " + algorithm, e);
        }
    }
}
