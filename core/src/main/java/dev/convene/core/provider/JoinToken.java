package dev.convene.core.provider;

import java.time.Instant;

/** A {@link Grant} in the signed form that its provider accepts. The value is a secret: never logged. */
public record JoinToken(String value, Instant expiresAt) {

    @Override
    public String toString() {
        return "JoinToken[expiresAt=" + expiresAt + "]";
    }
}
