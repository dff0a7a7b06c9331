package dev.convene.starter.web;

import dev.convene.core.attendance.Attendance;
import dev.convene.core.attendance.PersonAttendance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attendance of a meeting. */
@Schema(name = "Attendance")
record AttendanceView(
        String code, @Nullable String startTime, @Nullable String endTime, List<Person> people) {

    /** One person. {@code lastLeave} is null while they are in. */
    @Schema(name = "PersonAttendance")
    record Person(
            String identity,
            String name,
            boolean present,
            String firstJoin,
            @Nullable String lastLeave,
            long secondsPresent,
            List<Visit> visits) {}

    /** One join..leave interval. {@code leftAt} is null while it goes on. */
    @Schema(name = "Visit")
    record Visit(
            String connectionId, String joinedAt, @Nullable String leftAt) {}

    static AttendanceView of(Attendance attendance, Instant now) {
        var history = attendance.meeting().history();
        return new AttendanceView(
                attendance.meeting().link().value(),
                IsoTime.formatNullable(history.startedAt()),
                IsoTime.formatNullable(history.endedAt()),
                attendance.people().stream().map(it -> person(it, now)).toList());
    }

    private static Person person(PersonAttendance person, Instant now) {
        return new Person(
                person.participant().identity(),
                person.participant().name(),
                person.present(),
                IsoTime.format(person.firstJoin()),
                IsoTime.formatNullable(person.lastLeave()),
                person.presence(now).toSeconds(),
                person.visits().stream().map(AttendanceView::visit).toList());
    }

    private static Visit visit(PersonAttendance.Stay stay) {
        return new Visit(
                stay.connection().value(), IsoTime.format(stay.joinedAt()), IsoTime.formatNullable(stay.leftAt()));
    }
}
