package dev.convene.core.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a meeting.
 *
 * @param startedAt when the first person was let in
 * @param endedAt when it was ended; nobody is let in any more
 */
public record History(
        Stamp created,
        Stamp modified,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    public static History createdBy(Stamp created) {
        return new History(created, created, null, null);
    }

    History started(Stamp by) {
        return new History(created, by, by.at(), endedAt);
    }

    History ended(Stamp by) {
        return new History(created, by, startedAt, by.at());
    }

    History modified(Stamp by) {
        return new History(created, by, startedAt, endedAt);
    }
}
