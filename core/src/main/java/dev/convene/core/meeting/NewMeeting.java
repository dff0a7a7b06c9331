package dev.convene.core.meeting;

import dev.convene.core.meeting.MeetingProblem.InvalidSchedule;
import dev.convene.core.meeting.MeetingProblem.InvalidSchedule.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What someone asks to be created.
 *
 * @param scheduledFor null for a meeting that is open at once
 * @param endsAt the planned end; null for none
 */
public record NewMeeting(
        Details details,
        Options options,
        @Nullable Instant scheduledFor,
        @Nullable Instant endsAt) {

    /** A meeting now, with no wishes. */
    public static NewMeeting plain() {
        return new NewMeeting(Details.NONE, Options.DEFAULT, null, null);
    }

    Schedule schedule(Instant now) {
        if (scheduledFor == null) {
            return Schedule.now(now, endsAt);
        }
        if (scheduledFor.isBefore(now)) {
            throw new InvalidSchedule(Reason.IN_THE_PAST);
        }
        return Schedule.at(scheduledFor, endsAt);
    }
}
