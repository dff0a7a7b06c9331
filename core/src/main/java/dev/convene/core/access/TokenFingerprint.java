package dev.convene.core.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Stands for an access token where the token itself must not be kept.
 *
 * @param value SHA-256 of what the token's issuer signed, 64 hexadecimal digits in lower case
 */
public record TokenFingerprint(String value) {

    private static final int LENGTH = 64;

    public TokenFingerprint {
        if (value.length() != LENGTH) {
            throw new IllegalArgumentException("A fingerprint has " + LENGTH + " digits: " + value);
        }
    }

    /**
     * The signature is left out: it can be spelt in several ways that are all valid, of which each would be another token.
     *
     * @param token a JWS in its compact form (https://www.rfc-editor.org/rfc/rfc7515#section-7.1)
     */
    public static TokenFingerprint of(String token) {
        int signature = token.lastIndexOf('.');
        String signed = signature < 0 ? token : token.substring(0, signature);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(signed.getBytes(StandardCharsets.US_ASCII));
            return new TokenFingerprint(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
