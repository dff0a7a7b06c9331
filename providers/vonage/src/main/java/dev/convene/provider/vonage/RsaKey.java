package dev.convene.provider.vonage;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The private key of a Vonage application. Thread-safe, and without a word about itself. */
final class RsaKey implements Jwt.Signer {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private final PrivateKey key;

    private RsaKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * Reads PKCS#8 in PEM form (RFC 7468, 10), as the dashboard hands it out; line breaks may be written {@code \n}, as in a
     * variable of the environment.
     *
     * @throws IllegalArgumentException with the reason, which does not show the key
     */
    static RsaKey of(String pem) {
        Matcher matcher = PEM.matcher(pem.replace("\\n", "\n"));
        if (!matcher.find()) {
            throw new IllegalArgumentException("has no '-----BEGIN PRIVATE KEY-----' (PKCS#8, PEM)");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
            return new RsaKey(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("is not a private RSA key", e);
        }
    }

    @Override
    public String algorithm() {
        return "RS256";
    }

    @Override
    public byte[] sign(byte[] input) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with the private key", e);
        }
    }
}
