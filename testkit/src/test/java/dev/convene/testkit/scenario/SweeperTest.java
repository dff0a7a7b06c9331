package dev.convene.testkit.scenario;

import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.SettableClock.NOON;
import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Change;
import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingEdit;
import dev.convene.core.meeting.MeetingSweeper;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Options;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.testkit.AtOnce;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.TestConvene;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweeperTest {

    private static final Caller ALICE = member("alice");
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));

    private final TestConvene convene = TestConvene.inMemory();

    @Test
    void aMeetingEndsAtItsPlannedEndThoughTheSweeperComesLater() {
        Meeting meeting = meetingUntil(ONE);
        convene.enter(ALICE, meeting.link());
        convene.clock().set(ONE.plusSeconds(4));

        convene.sweeper().sweep();

        Meeting ended = convene.meetings().get(ALICE, meeting.link());
        assertThat(ended.history().endedAt()).isEqualTo(ONE);
        assertThat(ended.history().modified().by()).isNull();
        assertThat(convene.provider().connected()).isEmpty();
        assertThat(convene.provider().openRooms()).isEmpty();
    }

    @Test
    void aMeetingGoesOnUntilItsPlannedEnd() {
        Meeting meeting = meetingUntil(ONE);
        convene.clock().set(ONE.minusMillis(1));

        convene.sweeper().sweep();

        assertThat(convene.meetings().get(ALICE, meeting.link())).isEqualTo(meeting);
    }

    @Test
    void aMeetingThatIsGivenMoreTimeWhileTheSweeperIsAtItGoesOn() {
        Meeting meeting = meetingUntil(ONE);
        convene.clock().set(ONE);
        var late = new MeetingsThatChange(
                convene.stores().meetings(),
                () -> convene.meetings().edit(ALICE, meeting.link(), until(ONE.plusSeconds(60))));

        late.sweeper(convene).sweep();

        assertThat(convene.meetings().get(ALICE, meeting.link()).state()).isEqualTo(Meeting.State.UPCOMING);
        assertThat(convene.provider().openRooms()).hasSize(1);
    }

    @Test
    void aMeetingThatIsEndedWhileTheSweeperIsAtItKeepsThatEnd() {
        Meeting meeting = meetingUntil(ONE);
        convene.clock().set(ONE.plusSeconds(1));
        var late = new MeetingsThatChange(
                convene.stores().meetings(), () -> convene.meetings().end(ALICE, meeting.link()));

        late.sweeper(convene).sweep();

        assertThat(convene.meetings().get(ALICE, meeting.link()).history().endedAt())
                .isEqualTo(ONE.plusSeconds(1));
    }

    @Test
    void aRoomThatCouldNotBeClosedIsClosedALittleLater() {
        Meeting meeting = meetingUntil(ONE);
        convene.clock().set(ONE);
        convene.provider()
                .failNext(new ProviderFailure.Unavailable(FakeProvider.NAME, "close", Duration.ofSeconds(1), null));

        convene.sweeper().sweep();
        assertThat(convene.provider().openRooms())
                .containsOnlyKeys(meeting.room().id());

        convene.clock().advance(MeetingSweeper.CLOSE_AGAIN_MIN);
        convene.sweeper().sweep();
        assertThat(convene.provider().openRooms()).isEmpty();
        assertThat(convene.stores().meetings().toClose(convene.clock().instant(), 10))
                .isEmpty();
    }

    @Test
    void oneRoomThatCannotBeClosedDoesNotKeepTheOthersOpen() {
        Meeting first = meetingUntil(ONE);
        meetingUntil(ONE.plusMillis(1));
        convene.clock().set(ONE.plusSeconds(1));
        convene.provider().failNext(new ProviderFailure.Refused(FakeProvider.NAME, "close", null));

        convene.sweeper().sweep();

        assertThat(convene.provider().openRooms()).containsOnlyKeys(first.room().id());
    }

    @Test
    void aHundredRoomsThatCanNeverBeClosedHoldUpNoOther() {
        for (int i = 0; i < 100; i++) {
            meetingUntil(ONE);
        }
        Meeting other = meetingUntil(ONE.plusSeconds(1));
        failToClose(100);
        convene.clock().set(ONE);
        convene.sweeper().sweep();
        convene.clock().advance(Duration.ofSeconds(1));

        convene.sweeper().sweep();

        assertThat(convene.provider().openRooms())
                .hasSize(100)
                .doesNotContainKey(other.room().id());
    }

    @Test
    void theTriesToCloseARoomBecomeFewer() {
        meetingUntil(ONE);
        failToClose(100);
        Instant now = ONE;
        int tries = 0;
        for (; now.isBefore(ONE.plus(Duration.ofDays(1))); now = now.plus(MeetingSweeper.CLOSE_AGAIN_MIN)) {
            convene.clock().set(now);
            tries += convene.stores().meetings().toClose(now, 10).size();
            convene.sweeper().sweep();
        }

        assertThat(tries).isBetween(24, 48);
        assertThat(convene.provider().openRooms()).hasSize(1);
    }

    @Test
    void theMeetingsOfEveryTenantAreSwept() {
        meetingUntil(ONE);
        convene.meetings().create(new Caller(OTHER_TENANT, "bob", "Bob", false), planned(ONE));
        convene.clock().set(ONE);

        convene.sweeper().sweep();

        assertThat(convene.provider().openRooms()).isEmpty();
    }

    @Test
    void sweepersOfManyNodesDoNotDisturbEachOther() {
        for (int i = 0; i < 20; i++) {
            meetingUntil(ONE);
        }
        convene.clock().set(ONE);

        AtOnce.run(8, i -> {
            convene.sweeper().sweep();
            return i;
        });

        assertThat(convene.stores().meetings().overdue(ONE, 100)).isEmpty();
        assertThat(convene.provider().openRooms()).isEmpty();
    }

    private void failToClose(int times) {
        Collections.nCopies(times, new ProviderFailure.Refused(FakeProvider.NAME, "close", null))
                .forEach(convene.provider()::failNext);
    }

    private Meeting meetingUntil(Instant end) {
        return convene.meetings().create(ALICE, planned(end));
    }

    private static NewMeeting planned(Instant end) {
        return new NewMeeting(Details.NONE, Options.DEFAULT, null, end);
    }

    private static MeetingEdit until(Instant end) {
        return new MeetingEdit(
                Optional.empty(), Optional.empty(), Change.to(end), Change.none(), Change.none(), Optional.empty());
    }
}
