package dev.convene.core.access;

import dev.convene.core.meeting.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Access tokens that are refused although their time has not come. Safe for use by many threads. */
public interface RevokedTokens {

    /**
     * Refuses the token from now on. To do it again changes nothing.
     *
     * @param until when the token ends by itself; it may be forgotten then. Null for a token without an end
     * @param by who revoked it
     * @param now those that have ended before it are forgotten along the way
     */
    void revoke(TokenFingerprint token, @Nullable Instant until, Caller by, Instant now);

    /** Whether it was revoked; of a token that has ended, either answer is right. */
    boolean isRevoked(TokenFingerprint token);

    /** All that are revoked; of more than {@code limit}, so many of them, no matter which. */
    List<TokenFingerprint> revoked(int limit);
}
