package dev.convene.testkit.scenario;

import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.SettableClock.NOON;
import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Change;
import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingEdit;
import dev.convene.core.meeting.MeetingProblem.InvalidSchedule;
import dev.convene.core.meeting.MeetingProblem.InvalidSchedule.Reason;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.Schedule;
import dev.convene.core.meeting.Stamp;
import dev.convene.testkit.TestConvene;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditMeetingTest {

    private static final Caller ALICE = member("alice");
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));
    private static final Instant TWO = NOON.plus(Duration.ofHours(2));
    private static final Instant THREE = NOON.plus(Duration.ofHours(3));

    private final TestConvene convene = TestConvene.inMemory();
    private Meeting before;

    @BeforeEach
    void aMeetingFromOneToTwo() {
        var details = new Details("Stand-up", "crm-17", Map.of("team", "red"));
        before = convene.meetings().create(ALICE, new NewMeeting(details, Options.DEFAULT, ONE, TWO));
    }

    @Test
    void whatIsNotNamedStaysAsItWas() {
        convene.clock().advance(Duration.ofMinutes(1));

        Meeting after = edit(member("bob"), title("Retrospective"));

        assertThat(after.details()).isEqualTo(new Details("Retrospective", "crm-17", Map.of("team", "red")));
        assertThat(after.schedule()).isEqualTo(before.schedule());
        assertThat(after.options()).isEqualTo(before.options());
        assertThat(after.history().created()).isEqualTo(before.history().created());
        assertThat(after.history().modified()).isEqualTo(new Stamp("bob", NOON.plusSeconds(60)));
        assertThat(convene.meetings().get(ALICE, before.link())).isEqualTo(after);
    }

    @Test
    void itIsMovedWithinItsEnd() {
        Instant sooner = ONE.minusSeconds(60);

        assertThat(edit(ALICE, times(Optional.of(true), Optional.of(sooner), Change.none()))
                        .schedule())
                .isEqualTo(Schedule.at(sooner, TWO));
    }

    @Test
    void itIsMovedTogetherWithItsEnd() {
        assertThat(edit(ALICE, times(Optional.empty(), Optional.of(TWO), Change.to(THREE)))
                        .schedule())
                .isEqualTo(Schedule.at(TWO, THREE));
    }

    @Test
    void itCannotBeMovedBehindItsEnd() {
        assertRefused(Reason.ENDS_BEFORE_IT_BEGINS, times(Optional.of(true), Optional.of(TWO), Change.none()));
    }

    @Test
    void itCannotBeMovedIntoThePast() {
        Instant past = NOON.minusMillis(1);

        assertRefused(Reason.IN_THE_PAST, times(Optional.of(true), Optional.of(past), Change.none()));
        assertRefused(Reason.IN_THE_PAST, times(Optional.empty(), Optional.of(past), Change.none()));
    }

    @Test
    void whoWantsItScheduledSaysForWhen() {
        assertRefused(Reason.TIME_MISSING, times(Optional.of(true), Optional.empty(), Change.none()));
    }

    @Test
    void itIsOpenedAtOnce() {
        assertThat(edit(ALICE, times(Optional.of(false), Optional.empty(), Change.none()))
                        .schedule())
                .isEqualTo(Schedule.now(NOON, TWO));
    }

    @Test
    void itIsGivenMoreTime() {
        assertThat(edit(ALICE, times(Optional.empty(), Optional.empty(), Change.to(THREE)))
                        .schedule())
                .isEqualTo(Schedule.at(ONE, THREE));
    }

    @Test
    void itIsClosedToGuestsAndItsMetadataIsReplaced() {
        var edit = new MeetingEdit(
                Optional.empty(),
                Optional.empty(),
                Change.none(),
                Change.none(),
                Change.to(Map.of("room", 7)),
                Optional.of(false));

        Meeting after = edit(ALICE, edit);

        assertThat(after.options().guestsAllowed()).isFalse();
        assertThat(after.details()).isEqualTo(new Details("Stand-up", "crm-17", Map.of("room", 7)));
    }

    @Test
    void whatItMayBeWithoutIsTakenAway() {
        var edit = new MeetingEdit(
                Optional.empty(),
                Optional.empty(),
                Change.to(null),
                Change.to(null),
                Change.to(null),
                Optional.empty());

        Meeting after = edit(ALICE, edit);

        assertThat(after.details()).isEqualTo(new Details(null, "crm-17", Map.of()));
        assertThat(after.schedule()).isEqualTo(Schedule.at(ONE, null));
    }

    @Test
    void anotherTenantDoesNotKnowIt() {
        var stranger = new Caller(OTHER_TENANT, "mallory", "Mallory", true);

        assertThatThrownBy(() -> edit(stranger, title("Mine"))).isInstanceOf(Unknown.class);
        assertThat(convene.meetings().get(ALICE, before.link())).isEqualTo(before);
    }

    private void assertRefused(Reason reason, MeetingEdit edit) {
        assertThatThrownBy(() -> edit(ALICE, edit))
                .isInstanceOfSatisfying(
                        InvalidSchedule.class, it -> assertThat(it.reason()).isEqualTo(reason));
        assertThat(convene.meetings().get(ALICE, before.link())).isEqualTo(before);
    }

    private Meeting edit(Caller caller, MeetingEdit edit) {
        return convene.meetings().edit(caller, before.link(), edit);
    }

    private static MeetingEdit title(String title) {
        return new MeetingEdit(
                Optional.empty(), Optional.empty(), Change.none(), Change.to(title), Change.none(), Optional.empty());
    }

    private static MeetingEdit times(
            Optional<Boolean> scheduled, Optional<Instant> scheduleTime, Change<Instant> endsAt) {
        return new MeetingEdit(scheduled, scheduleTime, endsAt, Change.none(), Change.none(), Optional.empty());
    }
}
