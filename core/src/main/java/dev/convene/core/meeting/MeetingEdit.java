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
 * @param endsAt to null for a meeting that is open until somebody ends it
 * @param metadata replaced as a whole
 */
public record MeetingEdit(
        Optional<Boolean> scheduled,
        Optional<Instant> scheduleTime,
        Change<Instant> endsAt,
        Change<String> title,
        Change<Map<String, Object>> metadata,
        Optional<Boolean> guestsAllowed) {

    Details details(Details old) {
        Map<String, Object> changed = metadata.of(old.metadata());
        return new Details(title.of(old.title()), old.externalId(), changed == null ? Map.of() : changed);
    }

    Schedule schedule(Schedule old, Instant now) {
        if (scheduled.orElse(false) && scheduleTime.isEmpty()) {
            throw new InvalidSchedule(Reason.TIME_MISSING);
        }
        scheduleTime.filter(time -> time.isBefore(now)).ifPresent(past -> {
            throw new InvalidSchedule(Reason.IN_THE_PAST);
        });
        Instant ends = endsAt.of(old.endsAt());
        if (scheduled.isPresent() && !scheduled.get()) {
            return Schedule.now(now, ends);
        }
        return scheduleTime
                .map(time -> Schedule.at(time, ends))
                .orElseGet(() -> new Schedule(old.scheduled(), old.at(), ends));
    }
}
