package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.PROVIDER;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.ExampleVisit.visit;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.attendance.Visit;
import dev.convene.core.attendance.Visits.NumberedVisit;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The visits of a meeting, and those that go on. */
interface FindsVisits {

    ProviderName OTHER_PROVIDER = new ProviderName("other");

    Stores stores();

    @Test
    default void theRoomsOfItsMeetingsAreKnownAndNoOthers() {
        Room room = aMeeting().addedTo(stores()).room();

        assertThat(stores().visits().knows(room)).isTrue();
        assertThat(stores().visits().knows(new Room(OTHER_PROVIDER, room.id()))).isFalse();
        assertThat(stores().visits().knows(new Room(room.provider(), new RoomId("unknown"))))
                .isFalse();
    }

    @Test
    default void theRoomOfAnEndedMeetingIsStillKnown() {
        Room room = aMeeting().endedAt(NOON).addedTo(stores()).room();

        assertThat(stores().visits().knows(room)).isTrue();
    }

    @Test
    default void aMeetingHasItsOwnVisitsInTheOrderInWhichTheyBecameKnown() {
        Room room = aMeeting().addedTo(stores()).room();
        Meeting meeting = aMeeting().addedTo(stores());
        Visit second = visit(meeting.room(), "b").joined(NOON);
        Visit first = visit(meeting.room(), "a").joined(NOON.plusSeconds(1));
        merge(second, visit(room, "elsewhere").joined(NOON), first);

        assertThat(visitsOf(meeting)).containsExactly(second, first);
        assertThat(stores().visits().of(new MeetingLink("unknown"))).isEmpty();
    }

    @Test
    default void anAdoptedVisitIsNotAmongTheOpenOnes() {
        Meeting meeting = aMeeting().addedTo(stores());
        Visit adopted = visit(meeting.room(), Visit.ADOPTED + 7).joined(NOON);
        Visit joined = visit(meeting.room(), "adoptive").joined(NOON);
        merge(adopted, joined);

        assertThat(stores().visits().open(PROVIDER, 10)).containsExactly(joined);
        assertThat(visitsOf(meeting)).containsExactly(adopted, joined);
    }

    @Test
    default void aVisitKeepsTheNumberThatItWasGiven() {
        Meeting meeting = aMeeting().addedTo(stores());
        ExampleVisit visit = visit(meeting.room(), "a");
        merge(visit.joined(NOON), visit(meeting.room(), "b").joined(NOON));
        List<Long> numbers = numbersOf(meeting);

        merge(visit.left(NOON.plusSeconds(1)));

        assertThat(numbers).doesNotHaveDuplicates().isSorted();
        assertThat(numbersOf(meeting)).isEqualTo(numbers);
    }

    @Test
    default void aMeetingThatMovedHasTheVisitsOfAllItsRooms() {
        Meeting before = aMeeting().addedTo(stores());
        var secondRoom = new Room(PROVIDER, new RoomId("second"));
        Visit first = visit(before.room(), "a").joined(NOON);
        Visit second = visit(secondRoom, "b").joined(NOON);

        merge(first);
        stores().meetings().change(before.tenant(), before.link(), it -> in(secondRoom, it));
        merge(second);

        assertThat(visitsOf(before)).containsExactly(first, second);
    }

    @Test
    default void aVisitIsOpenUntilTheLeaveIsKnown() {
        ExampleVisit visit = visit(aMeeting().addedTo(stores()).room(), "a");
        Visit joined = visit.joined(NOON);
        merge(joined);
        assertThat(stores().visits().open(PROVIDER, 10)).containsExactly(joined);

        merge(visit.left(NOON.plusSeconds(1)));
        assertThat(stores().visits().open(PROVIDER, 10)).isEmpty();
    }

    @Test
    default void aVisitIsNotOpenAfterTheMeetingsEnd() {
        Meeting meeting = aMeeting().addedTo(stores());
        merge(visit(meeting.room(), "a").joined(NOON));

        stores().meetings()
                .change(
                        meeting.tenant(),
                        meeting.link(),
                        it -> it.end(it.history().created()));

        assertThat(stores().visits().open(PROVIDER, 10)).isEmpty();
    }

    @Test
    default void openVisitsAreOfTheProviderTheLongestSilentFirst() {
        Room room = aMeeting().addedTo(stores()).room();
        Room elsewhere = aMeeting()
                .in(new Room(OTHER_PROVIDER, room.id()))
                .addedTo(stores())
                .room();
        Visit third = visit(room, "a").joined(NOON.plusMillis(3));
        Visit first = visit(room, "b").joined(NOON.plusMillis(1));
        Visit second = visit(room, "c").joined(NOON.plusMillis(2));
        merge(third, first, second, visit(elsewhere, "d").joined(NOON));

        assertThat(stores().visits().open(PROVIDER, 2)).containsExactly(first, second);
        assertThat(stores().visits().open(PROVIDER, 10)).containsExactly(first, second, third);
    }

    private void merge(Visit... visits) {
        List.of(visits).forEach(stores().visits()::merge);
    }

    private List<Visit> visitsOf(Meeting meeting) {
        return stores().visits().of(meeting.link()).stream()
                .map(NumberedVisit::visit)
                .toList();
    }

    private List<Long> numbersOf(Meeting meeting) {
        return stores().visits().of(meeting.link()).stream()
                .map(NumberedVisit::number)
                .toList();
    }

    private static Meeting in(Room room, Meeting it) {
        return new Meeting(
                it.link(),
                it.tenant(),
                it.details(),
                it.schedule(),
                it.options(),
                room.provider(),
                room.id(),
                it.history());
    }
}
