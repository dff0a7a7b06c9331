package dev.convene.core.meeting;

import dev.convene.core.meeting.MeetingProblem.InvalidSchedule;
import dev.convene.core.meeting.MeetingProblem.InvalidSchedule.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is to change of a meeting; what is empty stays as it is.
 *
 * @param scheduled true asks for {@code scheduleTime}; false opens the meeting at once
 */
public record MeetingEdit(
        Optional<Boolean> scheduled,
        Optional<Instant> scheduleTime,
        Optional<Instant> endsAt,
        Optional<String> title,
        Optional<Map<String, Object>> metadata,
        Optional<Boolean> guestsAllowed) {

    Details details(Details old) {
        return new Details(
                title.isPresent() ? title.get() : old.title(), old.externalId(), metadata.orElse(old.metadata()));
    }

    Schedule schedule(Schedule old, Instant now) {
        if (scheduled.orElse(false) && scheduleTime.isEmpty()) {
            throw new InvalidSchedule(Reason.TIME_MISSING);
        }
        scheduleTime.filter(time -> time.isBefore(now)).ifPresent(past -> {
            throw new InvalidSchedule(Reason.IN_THE_PAST);
        });
        Instant ends = endsAt.isPresent() ? endsAt.get() : old.endsAt();
        if (scheduled.isPresent() && !scheduled.get()) {
            return Schedule.now(now, ends);
        }
        return scheduleTime
                .map(time -> Schedule.at(time, ends))
                .orElseGet(() -> new Schedule(old.scheduled(), old.at(), ends));
    }
}
