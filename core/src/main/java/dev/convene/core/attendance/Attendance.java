package dev.convene.core.attendance;

import dev.convene.core.attendance.Visits.NumberedVisit;
import dev.convene.core.meeting.Meeting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Who was in a meeting, by person, in the order in which they came. */
public record Attendance(Meeting meeting, List<PersonAttendance> people) {

    private static final Comparator<PersonAttendance> IN_ORDER_OF_ARRIVAL = Comparator.comparing(
                    PersonAttendance::firstJoin)
            .thenComparing(it -> it.participant().identity());

    static Attendance of(Meeting meeting, List<NumberedVisit> visits) {
        var byIdentity = new LinkedHashMap<String, List<NumberedVisit>>();
        for (NumberedVisit it : visits) {
            var participant = it.visit().participant();
            if (participant != null) {
                byIdentity
                        .computeIfAbsent(participant.identity(), identity -> new ArrayList<>())
                        .add(it);
            }
        }
        Instant ended = meeting.history().endedAt();
        return new Attendance(
                meeting,
                byIdentity.values().stream()
                        .map(of -> PersonAttendance.of(of, ended))
                        .sorted(IN_ORDER_OF_ARRIVAL)
                        .toList());
    }
}
