package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.RoomId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What waits for the sweeper is found, whosever it is, the oldest first. */
interface SweepsMeetings {

    Stores stores();

    @Test
    default void aMeetingIsOverdueFromItsPlannedEndOn() {
        Meeting meeting = planned(NOON).addedTo(stores());

        assertThat(stores().meetings().overdue(NOON.minusMillis(1), 10)).isEmpty();
        assertThat(stores().meetings().overdue(NOON, 10)).containsExactly(meeting);
    }

    @Test
    default void theMostOverdueOfAllTenantsComesFirst() {
        planned(NOON.minusSeconds(1)).addedTo(stores());
        Meeting third = planned(NOON.minusSeconds(3)).of(OTHER_TENANT).addedTo(stores());
        Meeting second = planned(NOON.minusSeconds(2)).startedAt(NOON).addedTo(stores());

        assertThat(stores().meetings().overdue(NOON, 2)).containsExactly(third, second);
    }

    @Test
    default void whatHasEndedOrHasNoPlannedEndIsNotOverdue() {
        planned(NOON).endedAt(NOON).addedTo(stores());
        aMeeting().startingAt(NOON.minusSeconds(9)).addedTo(stores());

        assertThat(stores().meetings().overdue(NOON, 10)).isEmpty();
    }

    @Test
    default void theRoomOfAnEndedMeetingIsToBeClosedUntilItIs() {
        Meeting ended = aMeeting().endedAt(NOON).addedTo(stores());
        aMeeting().startedAt(NOON).addedTo(stores());
        assertThat(stores().meetings().toClose(10)).containsExactly(ended);

        stores().meetings().roomClosed(ended.room(), NOON);
        stores().meetings().roomClosed(ended.room(), NOON.plusSeconds(1));

        assertThat(stores().meetings().toClose(10)).isEmpty();
        assertThat(stores().meetings().findByLink(ended.link())).contains(ended);
    }

    @Test
    default void aMeetingThatNeverHadARoomHasNoneToClose() {
        aMeeting().withoutRoom().endedAt(NOON).addedTo(stores());

        assertThat(stores().meetings().toClose(10)).isEmpty();
    }

    @Test
    default void theLongestEndedOfAllTenantsIsClosedFirst() {
        aMeeting().endedAt(NOON).addedTo(stores());
        Meeting first =
                aMeeting().endedAt(NOON.minusSeconds(2)).of(OTHER_TENANT).addedTo(stores());
        Meeting second = aMeeting().endedAt(NOON.minusSeconds(1)).addedTo(stores());

        assertThat(stores().meetings().toClose(2)).containsExactly(first, second);
    }

    @Test
    default void anUnknownRoomMayBeClosed() {
        Meeting ended = aMeeting().endedAt(NOON).addedTo(stores());

        stores().meetings().roomClosed(new Room(ended.room().provider(), new RoomId("unknown")), NOON);

        assertThat(stores().meetings().toClose(10)).containsExactly(ended);
    }

    private static ExampleMeeting planned(Instant end) {
        return aMeeting().startingAt(NOON.minusSeconds(60)).plannedToEndAt(end);
    }
}
