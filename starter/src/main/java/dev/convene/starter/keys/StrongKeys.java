package dev.convene.starter.keys;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves out keys that nobody should be trusted by. */
final class StrongKeys {

    /** https://www.rfc-editor.org/rfc/rfc7518#section-3.3 */
    private static final int MIN_RSA_BITS = 2048;

    private static final Logger LOG = LoggerFactory.getLogger(StrongKeys.class);

    private StrongKeys() {}

    static JWKSet of(JWKSet keys) {
        return new JWKSet(keys.getKeys().stream().filter(StrongKeys::isStrong).toList());
    }

    /** Symmetric keys have no place among public ones. */
    private static boolean isStrong(JWK key) {
        if (key instanceof RSAKey && key.size() < MIN_RSA_BITS) {
            LOG.warn("Key {} has {} bits and is left out: {} are needed", key.getKeyID(), key.size(), MIN_RSA_BITS);
            return false;
        }
        return key instanceof RSAKey || key instanceof ECKey;
    }
}
