package dev.convene.core.meeting;

import java.time.Duration;
import java.time.Instant;

/**
 * When people may come in, and for how long a token lets them.
 *
 * @param opensBefore how long before its scheduled time a meeting opens ({@code TIME_TO_START} of the predecessor)
 * @param tokenLife how long a join token lives if its request names no time
 * @param maxTokenLife how long it lives at most, whatever is asked for
 */
public record JoinPolicy(Duration opensBefore, Duration tokenLife, Duration maxTokenLife) {

    public static final JoinPolicy DEFAULT =
            new JoinPolicy(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofHours(24));

    /** When a meeting opens; the beginning of time for one that is not scheduled. */
    public Instant opensAt(Schedule schedule) {
        return schedule.scheduled() ? schedule.at().minus(opensBefore) : Instant.MIN;
    }
}
