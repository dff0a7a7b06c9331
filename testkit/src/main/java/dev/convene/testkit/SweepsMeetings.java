package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.meeting.Change;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingEdit;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        assertThat(stores().meetings().toClose(NOON, 10)).containsExactly(ended);

        stores().meetings().roomClosed(ended.room(), NOON);
        stores().meetings().roomClosed(ended.room(), NOON.plusSeconds(1));

        assertThat(stores().meetings().toClose(NOON, 10)).isEmpty();
        assertThat(stores().meetings().findByLink(ended.link())).contains(ended);
    }

    @Test
    default void aRoomIsNotToBeClosedBeforeTheMeetingHasEnded() {
        Meeting ended = aMeeting().endedAt(NOON).addedTo(stores());

        assertThat(stores().meetings().toClose(NOON.minusMillis(1), 10)).isEmpty();
        assertThat(stores().meetings().toClose(NOON, 10)).containsExactly(ended);
    }

    @Test
    default void aRoomThatCouldNotBeClosedWaitsForItsNextTryAndHoldsUpNoOther() {
        Meeting stuck = aMeeting().endedAt(NOON.minusSeconds(9)).addedTo(stores());
        Meeting other = aMeeting().endedAt(NOON).addedTo(stores());

        stores().meetings().roomNotClosed(stuck.room(), NOON.plusSeconds(60));

        assertThat(stores().meetings().toClose(NOON.plusSeconds(59), 1)).containsExactly(other);
        assertThat(stores().meetings().toClose(NOON.plusSeconds(60), 10)).containsExactly(other, stuck);
        stores().meetings().roomClosed(stuck.room(), NOON.plusSeconds(60));
        assertThat(stores().meetings().toClose(NOON.plusSeconds(60), 10)).containsExactly(other);
    }

    @Test
    default void aRoomThatIsNotClosedAnyMoreIsToBeClosedAgain() {
        Meeting ended = aMeeting().endedAt(NOON).addedTo(stores());
        stores().meetings().roomClosed(ended.room(), NOON);

        stores().meetings().roomNotClosed(ended.room(), NOON.plusSeconds(1));

        assertThat(stores().meetings().toClose(NOON.plusSeconds(1), 10)).containsExactly(ended);
    }

    @Test
    default void anEndedMeetingThatIsEditedIsNotToBeClosedSoonerNorAgain() {
        Meeting stuck = aMeeting().endedAt(NOON).addedTo(stores());
        Meeting closed = aMeeting().endedAt(NOON).addedTo(stores());
        stores().meetings().roomNotClosed(stuck.room(), NOON.plusSeconds(60));
        stores().meetings().roomClosed(closed.room(), NOON);

        var edit = new MeetingEdit(
                Optional.empty(), Optional.empty(), Change.none(), Change.to("Title"), Change.none(), Optional.empty());
        for (Meeting it : List.of(stuck, closed)) {
            stores().meetings().change(it.tenant(), it.link(), old -> old.edit(edit, new Stamp("ada", NOON)));
        }

        assertThat(stores().meetings().toClose(NOON, 10)).isEmpty();
    }

    @Test
    default void aMeetingThatNeverHadARoomHasNoneToClose() {
        aMeeting().withoutRoom().endedAt(NOON).addedTo(stores());

        assertThat(stores().meetings().toClose(NOON, 10)).isEmpty();
    }

    @Test
    default void theLongestEndedOfAllTenantsIsClosedFirst() {
        aMeeting().endedAt(NOON).addedTo(stores());
        Meeting first =
                aMeeting().endedAt(NOON.minusSeconds(2)).of(OTHER_TENANT).addedTo(stores());
        Meeting second = aMeeting().endedAt(NOON.minusSeconds(1)).addedTo(stores());

        assertThat(stores().meetings().toClose(NOON, 2)).containsExactly(first, second);
    }

    @Test
    default void anUnknownRoomMayBeClosed() {
        Meeting ended = aMeeting().endedAt(NOON).addedTo(stores());

        stores().meetings().roomClosed(new Room(ended.room().provider(), new RoomId("unknown")), NOON);

        assertThat(stores().meetings().toClose(NOON, 10)).containsExactly(ended);
    }

    private static ExampleMeeting planned(Instant end) {
        return aMeeting().startingAt(NOON.minusSeconds(60)).plannedToEndAt(end);
    }
}
