package dev.convene.testkit.scenario;

import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.JoinService;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingProblem.QuotaExceeded;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Quota;
import dev.convene.core.meeting.Quotas;
import dev.convene.core.meeting.TokenRequest;
import dev.convene.core.provider.ConnectionId;
import dev.convene.testkit.AtOnce;
import dev.convene.testkit.ExampleMeeting;
import dev.convene.testkit.Stores;
import dev.convene.testkit.TestConvene;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final Caller ADA = member("ada");
    private static final Quotas TWO_MEETINGS = limited(new Quota(2, Integer.MAX_VALUE));
    private static final Quotas TWO_PEOPLE = limited(new Quota(Integer.MAX_VALUE, 2));

    private final TestConvene convene = TestConvene.inMemory();

    @Test
    void aThirdMeetingDoesNotStartUntilOneHasEnded() {
        Meeting first = started(TWO_MEETINGS);
        started(TWO_MEETINGS);
        Meeting third = created();

        assertThatThrownBy(() -> enter(third, TWO_MEETINGS))
                .isInstanceOfSatisfying(
                        QuotaExceeded.class, it -> assertThat(it.limit()).isEqualTo(2));
        assertThat(current(third)).isEqualTo(third);

        convene.meetings().end(ADA, first.link());
        assertThat(enter(third, TWO_MEETINGS).state()).isEqualTo(Meeting.State.LIVE);
    }

    @Test
    void aMeetingThatGoesOnStillLetsPeopleIn() {
        Meeting first = started(TWO_MEETINGS);
        started(TWO_MEETINGS);

        assertThat(enter(first, TWO_MEETINGS).state()).isEqualTo(Meeting.State.LIVE);
    }

    @Test
    void ofManyMeetingsThatStartAtOnceAsManyDoAsMay() {
        List<Meeting> meetings = IntStream.range(0, 16).mapToObj(i -> created()).toList();

        List<Boolean> let = AtOnce.run(16, i -> {
            try {
                enter(meetings.get(i), TWO_MEETINGS);
                return true;
            } catch (QuotaExceeded e) {
                return false;
            }
        });

        assertThat(let).filteredOn(it -> it).hasSize(2);
    }

    @Test
    void nobodyIsLetInWhileThatManyAreConnected() {
        Meeting meeting = created();
        ConnectionId ada = convene.enter(ADA, meeting.link());
        convene.enter(member("ben"), meeting.link());
        convene.deliverReports();

        assertThatThrownBy(() -> enter(meeting, TWO_PEOPLE)).isInstanceOf(QuotaExceeded.class);

        convene.provider().leave(ada);
        convene.deliverReports();
        assertThat(enter(meeting, TWO_PEOPLE).link()).isEqualTo(meeting.link());
    }

    @Test
    void anotherTenantsUseDoesNotCount() {
        Quotas one = limited(new Quota(1, 1));
        started(one);
        var stranger = new Caller(ExampleMeeting.OTHER_TENANT, "eve", "Eve", false);
        Meeting theirs = convene.meetings().create(stranger, NewMeeting.plain());

        assertThat(convene.joins(one).issueToken(stranger, theirs.link(), TokenRequest.plain()))
                .isNotNull();
    }

    @Test
    void aRoomIsNotOpenedForSomebodyWhoIsNotLetIn() {
        TestConvene late = TestConvene.withRoomsThatLiveWhileUsed(Stores.inMemory());
        Meeting live = late.meetings().create(ADA, NewMeeting.plain());
        JoinService joins = late.joins(limited(new Quota(1, Integer.MAX_VALUE)));
        joins.issueToken(ADA, live.link(), TokenRequest.plain());
        Meeting other = late.meetings().create(ADA, NewMeeting.plain());
        late.provider().expire(other.room().id());

        assertThatThrownBy(() -> joins.issueToken(ADA, other.link(), TokenRequest.plain()))
                .isInstanceOf(QuotaExceeded.class);
        assertThat(late.provider().openRooms()).containsOnlyKeys(live.room().id());
    }

    private Meeting created() {
        return convene.meetings().create(ADA, NewMeeting.plain());
    }

    private Meeting started(Quotas quotas) {
        return enter(created(), quotas);
    }

    private Meeting enter(Meeting meeting, Quotas quotas) {
        return convene.joins(quotas)
                .issueToken(ADA, meeting.link(), TokenRequest.plain())
                .meeting();
    }

    private Meeting current(Meeting meeting) {
        return convene.meetings().get(ADA, meeting.link());
    }

    private static Quotas limited(Quota quota) {
        return tenant -> quota;
    }
}
