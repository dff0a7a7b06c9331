package dev.convene.testkit.scenario;

import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.SettableClock.NOON;
import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.attendance.PersonAttendance;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingProblem.AlreadyEnded;
import dev.convene.core.meeting.MeetingProblem.Ended;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.TokenRequest;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.TestConvene;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndMeetingTest {

    private static final Caller ALICE = member("alice");

    private final TestConvene convene = TestConvene.inMemory();
    private final Meeting meeting = convene.meetings().create(ALICE, NewMeeting.plain());

    @Test
    void everybodyIsPutOutAndTheirVisitsEnd() {
        convene.enter(ALICE, meeting.link());
        convene.enter(member("bob"), meeting.link());
        convene.clock().advance(Duration.ofMinutes(5));

        convene.meetings().end(ALICE, meeting.link());
        convene.deliverReports();

        assertThat(convene.provider().connected()).isEmpty();
        assertThat(convene.attendanceOf(meeting).people())
                .hasSize(2)
                .extracting(PersonAttendance::lastLeave)
                .containsOnly(NOON.plus(Duration.ofMinutes(5)));
    }

    @Test
    void nobodyIsGivenATokenAnyMore() {
        convene.meetings().end(ALICE, meeting.link());

        assertThatThrownBy(() -> convene.joins().issueToken(ALICE, meeting.link(), TokenRequest.plain()))
                .isInstanceOfSatisfying(
                        Ended.class, it -> assertThat(it.endedAt()).isEqualTo(NOON));
    }

    @Test
    void aTokenFromBeforeOpensNothing() {
        var token = convene.joins()
                .issueToken(ALICE, meeting.link(), TokenRequest.plain())
                .token();

        convene.meetings().end(ALICE, meeting.link());

        assertThat(convene.provider().join(token)).isEmpty();
    }

    @Test
    void whoComesBackWithATokenFromBeforeToAVendorThatClosesNoRoomIsPutOutAgain() {
        var token = convene.joins()
                .issueToken(ALICE, meeting.link(), TokenRequest.plain())
                .token();
        convene.meetings().end(ALICE, meeting.link());
        convene.provider().reopen(meeting.room().id());

        convene.provider().join(token);
        convene.deliverReports();
        convene.sweeper().sweep();

        assertThat(convene.provider().connected()).isEmpty();
    }

    @Test
    void itIsKnownWhoEndedItAndWhen() {
        convene.clock().advance(Duration.ofMinutes(5));

        Meeting ended = convene.meetings().end(member("bob"), meeting.link());

        assertThat(ended.state()).isEqualTo(Meeting.State.ENDED);
        assertThat(ended.history().endedAt()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
        assertThat(ended.history().modified().by()).isEqualTo("bob");
        assertThat(convene.meetings().get(ALICE, meeting.link())).isEqualTo(ended);
    }

    @Test
    void itCannotBeEndedTwice() {
        Meeting ended = convene.meetings().end(ALICE, meeting.link());
        convene.clock().advance(Duration.ofMinutes(5));

        assertThatThrownBy(() -> convene.meetings().end(ALICE, meeting.link())).isInstanceOf(AlreadyEnded.class);
        assertThat(convene.meetings().get(ALICE, meeting.link())).isEqualTo(ended);
    }

    @Test
    void anotherTenantCannotEndIt() {
        var stranger = new Caller(OTHER_TENANT, "mallory", "Mallory", true);

        assertThatThrownBy(() -> convene.meetings().end(stranger, meeting.link()))
                .isInstanceOf(Unknown.class);
        assertThat(convene.meetings().get(ALICE, meeting.link())).isEqualTo(meeting);
    }

    @Test
    void itEndsThoughTheProviderCannotCloseTheRoomNowAndIsTriedAgain() {
        ConnectionId alice = convene.enter(ALICE, meeting.link());
        convene.provider()
                .failNext(new ProviderFailure.Unavailable(FakeProvider.NAME, "close", Duration.ofSeconds(1), null));

        assertThat(convene.meetings().end(ALICE, meeting.link()).state()).isEqualTo(Meeting.State.ENDED);
        assertThat(convene.provider().connected()).containsExactly(alice);

        convene.sweeper().sweep();
        assertThat(convene.provider().connected()).isEmpty();
        assertThat(convene.stores().meetings().toClose(convene.clock().instant(), 10))
                .isEmpty();
    }

    @Test
    void aModeratorInTheRoomEndsTheMeeting() {
        ConnectionId alice = convene.enter(ALICE, meeting.link());
        convene.enter(member("bob"), meeting.link());
        convene.clock().advance(Duration.ofMinutes(5));

        convene.provider().end(alice);
        convene.clock().advance(Duration.ofMinutes(1));
        convene.deliverReports();

        Meeting ended = convene.meetings().get(ALICE, meeting.link());
        assertThat(ended.history().endedAt()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
        assertThat(ended.history().modified().by()).isEqualTo("alice");
    }

    @Test
    void aReportOfItsEndAfterItsEndChangesNothing() {
        ConnectionId alice = convene.enter(ALICE, meeting.link());
        convene.provider().end(alice);
        Meeting ended = convene.meetings().end(member("bob"), meeting.link());

        convene.deliverReports();

        assertThat(convene.meetings().get(ALICE, meeting.link())).isEqualTo(ended);
    }

    @Test
    void itsRoomIsNoLongerOpen() {
        assertThat(isOpen()).isTrue();

        convene.meetings().end(ALICE, meeting.link());

        assertThat(isOpen()).isFalse();
    }

    private boolean isOpen() {
        return convene.meetings()
                .isOpen(meeting.room().provider(), meeting.room().id());
    }
}
