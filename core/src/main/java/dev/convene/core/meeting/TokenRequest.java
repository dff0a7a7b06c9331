package dev.convene.core.meeting;

import dev.convene.core.provider.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * What is asked of a join token.
 *
 * @param role publisher if empty
 * @param identity whom the token is for (the predecessor's {@code data}); the caller if empty
 * @param name what others see; the identity if empty
 * @param expiresAt the policy's default if empty, and never later than its limit or the meeting's planned end
 */
public record TokenRequest(
        Optional<Role> role, Optional<String> identity, Optional<String> name, Optional<Instant> expiresAt) {

    public static TokenRequest plain() {
        return new TokenRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
