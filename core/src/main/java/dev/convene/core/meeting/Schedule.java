package dev.convene.core.meeting;

import dev.convene.core.meeting.MeetingProblem.InvalidSchedule;
import dev.convene.core.meeting.MeetingProblem.InvalidSchedule.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a meeting takes place.
 *
 * @param scheduled false for a meeting that is open from its creation on
 * @param at when it begins, or was created
 * @param endsAt when everybody is put out; never, if null
 */
public record Schedule(
        boolean scheduled, Instant at, @Nullable Instant endsAt) {

    public Schedule {
        if (endsAt != null && !endsAt.isAfter(at)) {
            throw new InvalidSchedule(Reason.ENDS_BEFORE_IT_BEGINS);
        }
    }

    /** Open at once. */
    public static Schedule now(Instant now, @Nullable Instant endsAt) {
        return new Schedule(false, now, endsAt);
    }

    /** Open from a little before {@code at} on. */
    public static Schedule at(Instant at, @Nullable Instant endsAt) {
        return new Schedule(true, at, endsAt);
    }

    boolean isOver(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }
}
