package dev.convene.core.provider;

import java.time.Instant;

/**
 * What one person may do in one room, and until when they may enter it.
 *
 * @param issuedAt the moment of the decision; a token's {@code iat} (RFC 7519)
 * @param expiresAt after it nobody enters with the token; a token's {@code exp}
 */
public record Grant(Participant participant, Role role, Instant issuedAt, Instant expiresAt) {

    public Grant {
        if (!expiresAt.isAfter(issuedAt)) {
            throw new IllegalArgumentException("A grant ends after it was given");
        }
    }
}
