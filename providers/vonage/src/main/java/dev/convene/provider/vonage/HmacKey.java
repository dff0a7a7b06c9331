package dev.convene.provider.vonage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that signs (RFC 2104). Thread-safe, and without a word about itself. */
final class HmacKey implements Jwt.Signer {

    private static final String SHA256 = "HmacSHA256";
    private static final String SHA1 = "HmacSHA1";

    private final byte[] secret;

    HmacKey(String secret) {
        this.secret = secret.getBytes(UTF_8);
    }

    @Override
    public String algorithm() {
        return "HS256";
    }

    @Override
    public byte[] sign(byte[] input) {
        return mac(SHA256, input);
    }

    /** As Vonage's older token form has it. */
    byte[] sha1(byte[] input) {
        return mac(SHA1, input);
    }

    /** Takes the same time for every wrong signature. */
    boolean isSignature(byte[] input, byte[] signature) {
        return MessageDigest.isEqual(sign(input), signature);
    }

    /** Whether the text is this secret; takes the same time for every wrong one. */
    boolean is(String text) {
        return !text.isEmpty() && MessageDigest.isEqual(sign(new byte[0]), new HmacKey(text).sign(new byte[0]));
    }

    private byte[] mac(String algorithm, byte[] input) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
