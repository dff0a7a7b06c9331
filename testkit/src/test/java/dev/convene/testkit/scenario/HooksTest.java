package dev.convene.testkit.scenario;

import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Change;
import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.IdempotencyKey;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingEdit;
import dev.convene.core.meeting.MeetingHooks;
import dev.convene.core.meeting.MeetingProblem.AlreadyEnded;
import dev.convene.core.meeting.MeetingProblem.Refused;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.meeting.TokenRequest;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.testkit.AtOnce;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.TestConvene;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HooksTest {

    private static final Caller ALICE = member("alice");
    private static final MeetingEdit NEW_TITLE = new MeetingEdit(
            Optional.empty(), Optional.empty(), Change.none(), Change.to("New"), Change.none(), Optional.empty());

    private final TestConvene convene = TestConvene.inMemory();
    private final RecordingHooks told = new RecordingHooks();

    HooksTest() {
        convene.hook(told);
    }

    @Test
    void areAskedBeforeAndToldAfter() {
        Meeting meeting = create();
        token(meeting);
        convene.meetings().edit(ALICE, meeting.link(), NEW_TITLE);
        convene.meetings().end(ALICE, meeting.link());

        assertThat(told)
                .containsExactly(
                        "before create by alice",
                        "created UPCOMING",
                        "before start by alice",
                        "started LIVE",
                        "before edit by alice",
                        "edited New",
                        "before end by alice",
                        "ended ENDED by alice");
    }

    @Test
    void areToldOfTheStartOnceHoweverManyComeFirst() {
        Meeting meeting = create();

        AtOnce.run(16, i -> convene.enter(member("m" + i), meeting.link()));

        assertThat(told).containsOnlyOnce("started LIVE");
    }

    @Test
    void areToldOnceThatAModeratorEndedItInTheRoom() {
        Meeting meeting = create();
        convene.provider().end(convene.enter(ALICE, meeting.link()));
        var reports = convene.provider().takeReports();

        convene.deliver(reports);
        convene.deliver(reports);

        assertThat(told).containsOnlyOnce("ended ENDED by alice").doesNotContain("before end by alice");
    }

    @Test
    void areToldOnceThatItEndedAsPlanned() {
        var end = convene.clock().instant().plus(Duration.ofHours(1));
        convene.meetings().create(ALICE, new NewMeeting(Details.NONE, Options.DEFAULT, null, end));
        convene.clock().advance(Duration.ofHours(2));

        convene.sweeper().sweep();
        convene.sweeper().sweep();

        assertThat(told).containsOnlyOnce("ended ENDED by null");
    }

    @Test
    void areToldOfTheEndOnceHoweverManyEndIt() {
        Meeting meeting = create();

        AtOnce.run(16, i -> {
            try {
                return convene.meetings().end(ALICE, meeting.link());
            } catch (AlreadyEnded e) {
                return meeting;
            }
        });

        assertThat(told).containsOnlyOnce("ended ENDED by alice");
    }

    @Test
    void areToldOnceOfACreationThatIsAskedForAgain() {
        var key = new IdempotencyKey(ALICE.tenant(), "key", "same");
        convene.meetings().createOnce(ALICE, NewMeeting.plain(), key);
        convene.meetings().createOnce(ALICE, NewMeeting.plain(), key);

        assertThat(told).containsExactly("before create by alice", "created UPCOMING");
    }

    @Test
    void areNotToldOfWhatCameToNothing() {
        convene.provider()
                .failNext(
                        new ProviderFailure.Unavailable(FakeProvider.NAME, "open a room", Duration.ofSeconds(1), null));

        assertThatThrownBy(this::create).isInstanceOf(ProviderFailure.class);

        assertThat(told).containsExactly("before create by alice");
    }

    @Test
    void mayRefuseAndThenNothingIsChanged() {
        Meeting meeting = create();
        var no = new Refused(Refused.Reason.CONFLICT, "no-credit-left", "Buy some first");
        convene.hook(new Refusing(no), told);
        told.clear();

        assertThatThrownBy(this::create).isSameAs(no);
        assertThatThrownBy(() -> token(meeting)).isSameAs(no);
        assertThatThrownBy(() -> convene.meetings().edit(ALICE, meeting.link(), NEW_TITLE))
                .isSameAs(no);
        assertThatThrownBy(() -> convene.meetings().end(ALICE, meeting.link())).isSameAs(no);

        assertThat(convene.meetings().get(ALICE, meeting.link())).isEqualTo(meeting);
        assertThat(convene.provider().openRooms()).hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    void areNotAskedForTheEndOfWhatHasEnded() {
        Meeting meeting = create();
        convene.meetings().end(ALICE, meeting.link());
        told.clear();

        assertThatThrownBy(() -> convene.meetings().end(ALICE, meeting.link())).isInstanceOf(AlreadyEnded.class);

        assertThat(told).isEmpty();
    }

    @Test
    void thatFailAfterwardsUndoNothingAndKeepNoOtherFromBeingTold() {
        convene.hook(new FailingAfterwards(), told);

        Meeting meeting = create();
        token(meeting);

        assertThat(told).contains("created UPCOMING", "started LIVE");
        assertThat(convene.meetings().get(ALICE, meeting.link()).state()).isEqualTo(Meeting.State.LIVE);
    }

    private Meeting create() {
        return convene.meetings().create(ALICE, NewMeeting.plain());
    }

    private void token(Meeting meeting) {
        convene.joins().issueToken(ALICE, meeting.link(), TokenRequest.plain());
    }

    private record Refusing(Refused refusal) implements MeetingHooks {

        @Override
        public void beforeCreate(Caller caller, NewMeeting wanted) {
            throw refusal;
        }

        @Override
        public void beforeStart(Meeting meeting, Stamp first) {
            throw refusal;
        }

        @Override
        public void beforeEdit(Caller caller, Meeting meeting, MeetingEdit edit) {
            throw refusal;
        }

        @Override
        public void beforeEnd(Caller caller, Meeting meeting) {
            throw refusal;
        }
    }

    private static final class FailingAfterwards implements MeetingHooks {

        @Override
        public void afterCreate(Meeting created) {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public void afterStart(Meeting started) {
            throw new IllegalStateException("on purpose");
        }
    }
}
