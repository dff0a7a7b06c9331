package dev.convene.testkit.scenario;

import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.SettableClock.NOON;
import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.Admission;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.JoinPolicy;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingProblem.Ended;
import dev.convene.core.meeting.MeetingProblem.ExpiryInThePast;
import dev.convene.core.meeting.MeetingProblem.NotOpenYet;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.TokenRequest;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.testkit.DecodedToken;
import dev.convene.testkit.TestConvene;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssueTokenTest {

    private static final Caller ALICE = member("alice");
    private static final Duration OPENS_BEFORE = JoinPolicy.DEFAULT.opensBefore();
    private static final Duration TOKEN_LIFE = JoinPolicy.DEFAULT.tokenLife();
    private static final Duration MAX_TOKEN_LIFE = JoinPolicy.DEFAULT.maxTokenLife();

    private final TestConvene convene = TestConvene.inMemory();

    @Test
    void theTokenOpensTheMeetingsRoomForTheCallerAsAPublisher() {
        Meeting meeting = meetingNow();

        Admission admission = issue(meeting, TokenRequest.plain());

        assertThat(admission.grant().participant()).isEqualTo(new Participant("alice", "Name of alice"));
        assertThat(decoded(admission))
                .isEqualTo(new DecodedToken(meeting.room().id(), "alice", Role.PUBLISHER, NOON.plus(TOKEN_LIFE)));
    }

    @Test
    void theTokenIsForWhomTheCallerNames() {
        var request = new TokenRequest(
                Optional.of(Role.SUBSCRIBER), Optional.of("patient-7"), Optional.of("Mr. Seven"), Optional.empty());

        Admission admission = issue(meetingNow(), request);

        assertThat(admission.grant().participant()).isEqualTo(new Participant("patient-7", "Mr. Seven"));
        assertThat(decoded(admission).identity()).isEqualTo("patient-7");
        assertThat(decoded(admission).role()).isEqualTo(Role.SUBSCRIBER);
    }

    @Test
    void whoIsNamedByAnIdentityAloneIsSeenByIt() {
        var request = new TokenRequest(Optional.empty(), Optional.of("patient-7"), Optional.empty(), Optional.empty());

        assertThat(issue(meetingNow(), request).grant().participant().name()).isEqualTo("patient-7");
    }

    @Test
    void aScheduledMeetingOpensExactlyAsLongBeforeItsTimeAsThePolicySays() {
        Meeting meeting = meetingAt(NOON.plus(OPENS_BEFORE).plusNanos(1));

        assertThatThrownBy(() -> issue(meeting, TokenRequest.plain()))
                .isInstanceOfSatisfying(
                        NotOpenYet.class, it -> assertThat(it.opensAt()).isEqualTo(NOON.plusNanos(1)));
        assertThat(convene.meetings().get(ALICE, meeting.link()).state()).isEqualTo(Meeting.State.UPCOMING);

        convene.clock().advance(Duration.ofNanos(1));
        assertThat(decoded(issue(meeting, TokenRequest.plain())).identity()).isEqualTo("alice");
    }

    @Test
    void theFirstTokenStartsTheMeetingAndTheSecondDoesNotStartItAgain() {
        Meeting meeting = meetingNow();
        issue(meeting, TokenRequest.plain());
        convene.clock().advance(Duration.ofMinutes(5));

        Meeting joined = convene.joins()
                .issueToken(member("bob"), meeting.link(), TokenRequest.plain())
                .meeting();

        assertThat(joined.state()).isEqualTo(Meeting.State.LIVE);
        assertThat(joined.history().startedAt()).isEqualTo(NOON);
    }

    @Test
    void theTokenExpiresWhenItsRequestSays() {
        Instant wish = NOON.plus(Duration.ofHours(3));

        assertThat(decoded(issue(meetingNow(), expiringAt(wish))).expiresAt()).isEqualTo(wish);
    }

    @Test
    void theTokenNeverOutlivesThePolicysLimit() {
        Instant wish = NOON.plus(MAX_TOKEN_LIFE).plusSeconds(1);

        assertThat(decoded(issue(meetingNow(), expiringAt(wish))).expiresAt()).isEqualTo(NOON.plus(MAX_TOKEN_LIFE));
    }

    @Test
    void theTokenNeverOutlivesTheMeeting() {
        Instant end = NOON.plus(Duration.ofMinutes(3));
        Meeting meeting = meetingUntil(end);

        assertThat(decoded(issue(meeting, TokenRequest.plain())).expiresAt()).isEqualTo(end);
        assertThat(decoded(issue(meeting, expiringAt(end.plusSeconds(1)))).expiresAt())
                .isEqualTo(end);
        assertThat(decoded(issue(meeting, expiringAt(end.minusSeconds(1)))).expiresAt())
                .isEqualTo(end.minusSeconds(1));
    }

    @Test
    void aTokenCannotExpireInThePast() {
        Meeting meeting = meetingNow();

        assertThatThrownBy(() -> issue(meeting, expiringAt(NOON))).isInstanceOf(ExpiryInThePast.class);
        assertThat(convene.meetings().get(ALICE, meeting.link())).isEqualTo(meeting);
    }

    @Test
    void fromItsPlannedEndOnNobodyIsLetIn() {
        Instant end = NOON.plus(Duration.ofMinutes(3));
        Meeting meeting = meetingUntil(end);
        convene.clock().set(end);

        assertThatThrownBy(() -> issue(meeting, TokenRequest.plain()))
                .isInstanceOfSatisfying(
                        Ended.class, it -> assertThat(it.endedAt()).isEqualTo(end));
    }

    @Test
    void anUnknownMeetingAndAnotherTenantsMeetingAreTheSameToTheCaller() {
        Meeting meeting = meetingNow();
        var stranger = new Caller(OTHER_TENANT, "mallory", "Mallory", true);

        assertThatThrownBy(() -> issue(new MeetingLink("unknown"), ALICE)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> issue(meeting.link(), stranger)).isInstanceOf(Unknown.class);
        assertThat(convene.meetings().get(ALICE, meeting.link())).isEqualTo(meeting);
    }

    private Meeting meetingNow() {
        return convene.meetings().create(ALICE, NewMeeting.plain());
    }

    private Meeting meetingAt(Instant time) {
        return convene.meetings().create(ALICE, new NewMeeting(Details.NONE, Options.DEFAULT, time, null));
    }

    private Meeting meetingUntil(Instant end) {
        return convene.meetings().create(ALICE, new NewMeeting(Details.NONE, Options.DEFAULT, null, end));
    }

    private Admission issue(Meeting meeting, TokenRequest request) {
        return convene.joins().issueToken(ALICE, meeting.link(), request);
    }

    private Admission issue(MeetingLink link, Caller caller) {
        return convene.joins().issueToken(caller, link, TokenRequest.plain());
    }

    private DecodedToken decoded(Admission admission) {
        return convene.provider().decode(admission.token()).orElseThrow();
    }

    private static TokenRequest expiringAt(Instant time) {
        return new TokenRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(time));
    }
}
