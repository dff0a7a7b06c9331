package dev.convene.testkit.scenario;

import static dev.convene.testkit.SettableClock.NOON;
import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.attendance.PersonAttendance;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingProblem;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.TokenRequest;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.RoomId;
import dev.convene.testkit.AtOnce;
import dev.convene.testkit.Stores;
import dev.convene.testkit.TestConvene;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** With a provider such as Twilio, whose room dies within minutes when nobody is in it. */
class RoomsThatLiveWhileUsedTest {

    private static final Caller ADA = member("ada");
    private static final Caller BEN = member("ben");

    private final TestConvene convene = TestConvene.withRoomsThatLiveWhileUsed(Stores.inMemory());

    @Test
    void aMeetingForLaterOpensItsRoomWhenTheFirstPersonComes() {
        Meeting meeting = scheduled(Duration.ofDays(1));
        assertThat(convene.provider().openRooms()).isEmpty();

        convene.clock().advance(Duration.ofDays(1));
        convene.enter(ADA, meeting.link());

        assertThat(convene.provider().openRooms())
                .containsOnlyKeys(now(meeting).room().id());
    }

    @Test
    void aMeetingForNowHasItsRoomAtOnce() {
        Meeting meeting = convene.meetings().create(ADA, NewMeeting.plain());

        assertThat(convene.provider().openRooms())
                .containsOnlyKeys(meeting.room().id());
    }

    @Test
    void nobodyOpensARoomBeforeTheDoorsOpen() {
        Meeting meeting = scheduled(Duration.ofDays(1));

        assertThatThrownBy(() -> convene.joins().issueToken(ADA, meeting.link(), TokenRequest.plain()))
                .isInstanceOf(MeetingProblem.NotOpenYet.class);
        assertThat(convene.provider().openRooms()).isEmpty();
    }

    @Test
    void aRoomThatTheProviderClosedIsReplacedUnderTheSameLink() {
        Meeting meeting = convene.meetings().create(ADA, NewMeeting.plain());
        convene.enter(ADA, meeting.link());
        RoomId first = meeting.room().id();

        convene.provider().expire(first);
        convene.enter(BEN, meeting.link());

        assertThat(now(meeting).room().id()).isNotEqualTo(first);
        assertThat(convene.provider().openRooms())
                .containsOnlyKeys(now(meeting).room().id());
    }

    @Test
    void theAttendanceCoversAllRoomsOfTheMeeting() {
        Meeting meeting = convene.meetings().create(ADA, NewMeeting.plain());
        ConnectionId ada = convene.enter(ADA, meeting.link());
        convene.provider().leave(ada);
        convene.provider().expire(meeting.room().id());
        convene.enter(ADA, meeting.link());
        convene.deliverReports();

        assertThat(convene.attendanceOf(meeting).people()).singleElement().satisfies(person -> {
            assertThat(person.visits()).hasSize(2);
            assertThat(person).matches(PersonAttendance::present);
        });
    }

    @Test
    void peopleWhoComeAtOnceGetTheSameRoom() {
        Meeting meeting = scheduled(Duration.ofMinutes(1));
        convene.clock().advance(Duration.ofMinutes(1));

        List<RoomId> rooms = AtOnce.run(
                16,
                i -> convene.joins()
                        .issueToken(member("person-" + i), meeting.link(), TokenRequest.plain())
                        .meeting()
                        .room()
                        .id());

        assertThat(Set.copyOf(rooms)).containsExactly(now(meeting).room().id());
        assertThat(convene.provider().openRooms())
                .containsOnlyKeys(now(meeting).room().id());
    }

    @Test
    void aFailingProviderLeavesTheMeetingAsItWas() {
        Meeting meeting = scheduled(Duration.ofMinutes(1));
        convene.clock().advance(Duration.ofMinutes(1));
        convene.provider()
                .failNext(new ProviderFailure.Unavailable(
                        convene.provider().name(), "open a room", Duration.ofSeconds(5), null));

        assertThatThrownBy(() -> convene.joins().issueToken(ADA, meeting.link(), TokenRequest.plain()))
                .isInstanceOf(ProviderFailure.Unavailable.class);

        assertThat(now(meeting)).isEqualTo(meeting);
    }

    @Test
    void aMeetingThatNobodyJoinedEndsWithoutARoom() {
        Meeting meeting = scheduled(Duration.ofDays(1));

        convene.meetings().end(ADA, meeting.link());
        convene.sweeper().sweep();

        assertThat(now(meeting).state()).isEqualTo(Meeting.State.ENDED);
        assertThat(convene.stores().meetings().toClose(convene.clock().instant(), 10))
                .isEmpty();
    }

    private Meeting scheduled(Duration in) {
        return convene.meetings().create(ADA, new NewMeeting(Details.NONE, Options.DEFAULT, NOON.plus(in), null));
    }

    private Meeting now(Meeting meeting) {
        return convene.meetings().get(ADA, meeting.link());
    }
}
