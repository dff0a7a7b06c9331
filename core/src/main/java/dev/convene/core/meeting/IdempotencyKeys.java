package dev.convene.core.meeting;

import java.time.Duration;
import java.time.Instant;

/**
 * Who was first with an {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header). A key stands for the link of
 * the meeting it creates; it is done as soon as that meeting is kept.
 */
public interface IdempotencyKeys {

    /** How long a claim may take to lead to a meeting before another request takes it over. */
    Duration LEASE = Duration.ofMinutes(1);

    /**
     * Claims the key for a meeting that will have {@code link}. A claim that has not led to a meeting within {@link #LEASE}
     * is given to the next who asks, with the link of the first: if the first was only slow, a link cannot be taken twice.
     */
    Claim claim(IdempotencyKey key, MeetingLink link, Instant now);

    /** Gives up a claim that did not lead to a meeting; changes nothing if it did, or if another has taken it over. */
    void release(IdempotencyKey key, Claim.Won claim);

    /** Forgets keys older than that. */
    void forgetBefore(Instant time);

    /** What a claim came to. */
    sealed interface Claim {

        /**
         * Create the meeting, with this link.
         *
         * @param at tells this claim from one that takes it over
         */
        record Won(MeetingLink link, Instant at) implements Claim {}

        /** The meeting is there. */
        record Done(MeetingLink link) implements Claim {}

        /** Another request is at it. */
        record InFlight() implements Claim {}

        /** The key was used for another request. */
        record Reused() implements Claim {}
    }
}
