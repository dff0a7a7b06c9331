package dev.convene.core.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.MeetingProblem.AlreadyEnded;
import dev.convene.core.meeting.MeetingProblem.Ended;
import dev.convene.core.meeting.MeetingProblem.NotOpenYet;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeetingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Stamp ADA_AT_NOON = new Stamp("ada", NOON);
    private static final JoinPolicy TEN_MINUTES_BEFORE = JoinPolicy.DEFAULT;

    @Test
    void theFirstToJoinStartsIt() {
        Meeting meeting = meeting(Schedule.now(NOON, null));

        Meeting started = meeting.join(ADA_AT_NOON, TEN_MINUTES_BEFORE);

        assertThat(meeting.state()).isEqualTo(Meeting.State.UPCOMING);
        assertThat(started.state()).isEqualTo(Meeting.State.LIVE);
        assertThat(started.history().startedAt()).isEqualTo(NOON);
        assertThat(started.history().modified()).isEqualTo(ADA_AT_NOON);
    }

    @Test
    void theSecondToJoinChangesNothing() {
        Meeting started = meeting(Schedule.now(NOON, null)).join(ADA_AT_NOON, TEN_MINUTES_BEFORE);

        assertThat(started.join(new Stamp("ben", NOON.plusSeconds(1)), TEN_MINUTES_BEFORE))
                .isSameAs(started);
    }

    @Test
    void itOpensExactlyAsLongBeforeItsTimeAsThePolicySays() {
        Instant opensAt = NOON.minus(Duration.ofMinutes(10));
        Meeting meeting = meeting(Schedule.at(NOON, null));

        assertThatThrownBy(() -> meeting.requireOpen(opensAt.minusNanos(1), TEN_MINUTES_BEFORE))
                .isInstanceOfSatisfying(NotOpenYet.class, it -> {
                    assertThat(it.opensAt()).isEqualTo(opensAt);
                    assertThat(it.opensBefore()).isEqualTo(Duration.ofMinutes(10));
                });
        assertThatCode(() -> meeting.requireOpen(opensAt, TEN_MINUTES_BEFORE)).doesNotThrowAnyException();
    }

    @Test
    void whatIsNotScheduledIsOpenFromTheBeginning() {
        assertThatCode(() -> meeting(Schedule.now(NOON, null)).requireOpen(NOON.minusSeconds(1), TEN_MINUTES_BEFORE))
                .doesNotThrowAnyException();
    }

    @Test
    void itIsOverExactlyFromItsPlannedEndOn() {
        Instant end = NOON.plusSeconds(60);
        Meeting meeting = meeting(Schedule.at(NOON, end));

        assertThat(meeting.endedBy(end.minusNanos(1))).isNull();
        assertThat(meeting.endedBy(end)).isEqualTo(end);
        assertThatThrownBy(() -> meeting.join(new Stamp("ada", end), TEN_MINUTES_BEFORE))
                .isInstanceOfSatisfying(
                        Ended.class, it -> assertThat(it.endedAt()).isEqualTo(end));
    }

    @Test
    void onceEndedItLetsNobodyInAndCannotBeEndedAgain() {
        Meeting ended = meeting(Schedule.at(NOON, null)).end(ADA_AT_NOON);

        assertThat(ended.state()).isEqualTo(Meeting.State.ENDED);
        assertThatThrownBy(() -> ended.join(new Stamp("ben", NOON), TEN_MINUTES_BEFORE))
                .isInstanceOfSatisfying(
                        Ended.class, it -> assertThat(it.endedAt()).isEqualTo(NOON));
        assertThatThrownBy(() -> ended.end(ADA_AT_NOON)).isInstanceOf(AlreadyEnded.class);
    }

    @Test
    void whatEndedBeforeItsDoorsOpenedHasEnded() {
        Meeting ended = meeting(Schedule.at(NOON.plusSeconds(3_600), null)).end(ADA_AT_NOON);

        assertThatThrownBy(() -> ended.requireOpen(NOON, TEN_MINUTES_BEFORE)).isInstanceOf(Ended.class);
    }

    @Test
    void itsCreatorAndWhoHoldsThePermissionModerate() {
        Meeting meeting = meeting(Schedule.now(NOON, null));

        assertThat(meeting.isModeratedBy(caller("creator", false))).isTrue();
        assertThat(meeting.isModeratedBy(caller("other", true))).isTrue();
        assertThat(meeting.isModeratedBy(caller("other", false))).isFalse();
    }

    @Test
    void whatNobodyCreatedIsModeratedByThePermissionAlone() {
        Meeting adopted = new Meeting(
                new MeetingLink("link"),
                TenantId.DEFAULT,
                Details.NONE,
                Schedule.now(NOON, null),
                Options.DEFAULT,
                new ProviderName("fake"),
                new RoomId("room"),
                History.createdBy(new Stamp(null, NOON)));

        assertThat(adopted.isModeratedBy(caller("anybody", false))).isFalse();
        assertThat(adopted.isModeratedBy(caller("anybody", true))).isTrue();
    }

    private static Caller caller(String id, boolean moderator) {
        return new Caller(TenantId.DEFAULT, id, "Name", moderator);
    }

    private static Meeting meeting(Schedule schedule) {
        return new Meeting(
                new MeetingLink("link"),
                TenantId.DEFAULT,
                new Details("Stand-up", null, Map.of()),
                schedule,
                Options.DEFAULT,
                new ProviderName("fake"),
                new RoomId("room"),
                History.createdBy(new Stamp("creator", NOON)));
    }
}
