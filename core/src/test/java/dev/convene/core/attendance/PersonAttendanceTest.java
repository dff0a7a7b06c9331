package dev.convene.core.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.attendance.PersonAttendance.Stay;
import dev.convene.core.attendance.Visits.NumberedVisit;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonAttendanceTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Room ROOM = new Room(new ProviderName("fake"), new RoomId("room"));

    @Test
    void visitsAreInOrderOfTheirStartWhateverBecameKnownFirst() {
        PersonAttendance person = of(null, visit(1, "b", 10, 20), visit(2, "a", 0, 5));

        assertThat(person.visits()).containsExactly(stay("a", 0, 5), stay("b", 10, 20));
        assertThat(person.number()).isEqualTo(1);
        assertThat(person.participant().name()).isEqualTo("Ada in tab a");
    }

    @Test
    void visitsThatFollowOneAnotherAddUp() {
        assertThat(presence(60, visit(1, "a", 0, 5), visit(2, "b", 10, 20))).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void visitsAtTheSameTimeCountOnce() {
        assertThat(presence(60, visit(1, "a", 0, 10), visit(2, "b", 5, 15))).isEqualTo(Duration.ofMinutes(15));
        assertThat(presence(60, visit(1, "a", 0, 30), visit(2, "b", 5, 15))).isEqualTo(Duration.ofMinutes(30));
        assertThat(presence(60, visit(1, "a", 0, 10), visit(2, "b", 0, 10))).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void anInnerVisitThatEndsEarlyDoesNotHideWhatFollows() {
        assertThat(presence(60, visit(1, "a", 0, 30), visit(2, "b", 5, 6), visit(3, "c", 40, 50)))
                .isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void aVisitThatGoesOnCountsUntilNow() {
        PersonAttendance person = of(null, visit(1, "a", 0, 5), visit(2, "b", 10, null));

        assertThat(person.present()).isTrue();
        assertThat(person.lastLeave()).isNull();
        assertThat(person.presence(at(12))).isEqualTo(Duration.ofMinutes(7));
        assertThat(person.presence(at(9))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void withTheMeetingsEndTheyAreGone() {
        PersonAttendance person = of(at(20), visit(1, "a", 0, null));

        assertThat(person.present()).isFalse();
        assertThat(person.lastLeave()).isEqualTo(at(20));
        assertThat(person.presence(at(60))).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void theLastLeaveIsTheLatestNotThatOfTheLastVisit() {
        PersonAttendance person = of(null, visit(1, "a", 0, 30), visit(2, "b", 5, 6));

        assertThat(person.firstJoin()).isEqualTo(at(0));
        assertThat(person.lastLeave()).isEqualTo(at(30));
    }

    private static Duration presence(int now, NumberedVisit... visits) {
        return of(null, visits).presence(at(now));
    }

    private static PersonAttendance of(@Nullable Instant meetingEndedAt, NumberedVisit... visits) {
        return PersonAttendance.of(List.of(visits), meetingEndedAt);
    }

    private static NumberedVisit visit(long number, String connection, int from, @Nullable Integer to) {
        Instant left = to == null ? null : at(to);
        var participant = new Participant("ada", "Ada in tab " + connection);
        return new NumberedVisit(
                number, new Visit(ROOM, new ConnectionId(connection), participant, at(from), left, at(from)));
    }

    private static Stay stay(String connection, int from, int to) {
        return new Stay(new ConnectionId(connection), at(from), at(to));
    }

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }
}
