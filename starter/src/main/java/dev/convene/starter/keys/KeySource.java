package dev.convene.starter.keys;

import com.nimbusds.jose.jwk.JWKSet;

/** Where public keys are. */
public interface KeySource extends AutoCloseable {

    /** All keys there are now; waits a few seconds at most. */
    JWKSet read() throws KeysUnavailable;

    /** Ends what it needed. */
    @Override
    default void close() {}

    /** The keys cannot be read now; the message says where and why. */
    final class KeysUnavailable extends Exception {

        public KeysUnavailable(String message, Throwable cause) {
            super(message, cause);
        }

        public KeysUnavailable(String message) {
            super(message);
        }
    }
}
