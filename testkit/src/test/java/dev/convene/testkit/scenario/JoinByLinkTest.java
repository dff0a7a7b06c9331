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
import dev.convene.core.meeting.MeetingProblem.GuestsNotAllowed;
import dev.convene.core.meeting.MeetingProblem.NotOpenYet;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.Visitor;
import dev.convene.core.provider.Participant;
import dev.convene.testkit.TestConvene;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinByLinkTest {

    private static final Caller ALICE = member("alice");
    private static final Options NO_GUESTS = new Options(false, false, false);

    private final TestConvene convene = TestConvene.inMemory();

    @Test
    void aMemberComesAsThemselvesUnderTheNameTheyType() {
        Admission admission = join(meeting(), new Visitor(Optional.of(ALICE), "Al", Optional.empty()));

        assertThat(admission.grant().participant()).isEqualTo(new Participant("alice", "Al"));
        assertThat(convene.provider().join(admission.token())).isPresent();
    }

    @Test
    void aGuestHasTheNameTheyTypeAndAnIdentityOfTheirOwn() {
        Meeting meeting = meeting();

        Participant one = join(meeting, guest("Ada")).grant().participant();
        Participant other = join(meeting, guest("Ada")).grant().participant();

        assertThat(one.name()).isEqualTo("Ada");
        assertThat(one.identity()).startsWith("guest-").isNotEqualTo(other.identity());
    }

    @Test
    void aGuestWhoComesBackWithTheirKeyIsTheSamePersonInThisMeetingAlone() {
        Meeting meeting = meeting();
        var returning = new Visitor(Optional.empty(), "Ada", Optional.of("secret-of-the-browser"));
        String identity = join(meeting, returning).grant().participant().identity();

        assertThat(join(meeting, returning).grant().participant().identity()).isEqualTo(identity);
        assertThat(join(meeting(), returning).grant().participant().identity()).isNotEqualTo(identity);
        assertThat(identity).doesNotContain("secret");
    }

    @Test
    void aPersonOfAnotherTenantIsAGuest() {
        var stranger =
                new Visitor(Optional.of(new Caller(OTHER_TENANT, "alice", "Alice", true)), "Alice", Optional.empty());

        assertThat(join(meeting(), stranger).grant().participant().identity()).startsWith("guest-");
        assertThatThrownBy(() -> join(meeting(NO_GUESTS), stranger)).isInstanceOf(GuestsNotAllowed.class);
    }

    @Test
    void whereGuestsAreNotAllowedTheyDoNotStartTheMeetingEither() {
        Meeting meeting = meeting(NO_GUESTS);

        assertThatThrownBy(() -> join(meeting, guest("Ada"))).isInstanceOf(GuestsNotAllowed.class);
        assertThat(convene.joins().look(meeting.link())).isEqualTo(meeting);
    }

    @Test
    void whereGuestsAreNotAllowedMembersAre() {
        Admission admission =
                join(meeting(NO_GUESTS), new Visitor(Optional.of(member("bob")), "Bob", Optional.empty()));

        assertThat(admission.grant().participant().identity()).isEqualTo("bob");
    }

    @Test
    void theFirstWhoComesStartsTheMeeting() {
        Meeting meeting = meeting();
        join(meeting, guest("Ada"));
        convene.clock().advance(Duration.ofMinutes(1));

        Meeting joined = join(meeting, guest("Ben")).meeting();

        assertThat(joined.history().startedAt()).isEqualTo(NOON);
    }

    @Test
    void whoComesTooEarlyIsToldWhenItOpens() {
        Instant inAnHour = NOON.plus(Duration.ofHours(1));
        Meeting meeting =
                convene.meetings().create(ALICE, new NewMeeting(Details.NONE, Options.DEFAULT, inAnHour, null));

        assertThatThrownBy(() -> join(meeting, guest("Ada")))
                .isInstanceOfSatisfying(
                        NotOpenYet.class,
                        it -> assertThat(it.opensAt()).isEqualTo(inAnHour.minus(JoinPolicy.DEFAULT.opensBefore())));
    }

    @Test
    void whoComesAfterTheEndIsToldWhenItWas() {
        Meeting meeting = meeting();
        convene.meetings().end(ALICE, meeting.link());
        convene.clock().advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> join(meeting, guest("Ada")))
                .isInstanceOfSatisfying(
                        Ended.class, it -> assertThat(it.endedAt()).isEqualTo(NOON));
    }

    @Test
    void theTokenIsShortLivedAndNeverOutlivesTheMeeting() {
        Instant end = NOON.plus(Duration.ofMinutes(3));
        Meeting meeting = convene.meetings().create(ALICE, new NewMeeting(Details.NONE, Options.DEFAULT, null, end));

        assertThat(expiryOf(join(meeting(), guest("Ada")))).isEqualTo(NOON.plus(JoinPolicy.DEFAULT.tokenLife()));
        assertThat(expiryOf(join(meeting, guest("Ada")))).isEqualTo(end);
    }

    @Test
    void aLinkThatIsNoMeetingsIsUnknown() {
        var unknown = new MeetingLink("unknown");

        assertThatThrownBy(() -> convene.joins().look(unknown)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> convene.joins().join(unknown, guest("Ada"))).isInstanceOf(Unknown.class);
    }

    private Meeting meeting() {
        return meeting(Options.DEFAULT);
    }

    private Meeting meeting(Options options) {
        return convene.meetings().create(ALICE, new NewMeeting(Details.NONE, options, null, null));
    }

    private Admission join(Meeting meeting, Visitor visitor) {
        return convene.joins().join(meeting.link(), visitor);
    }

    private Instant expiryOf(Admission admission) {
        return convene.provider().decode(admission.token()).orElseThrow().expiresAt();
    }

    private static Visitor guest(String name) {
        return new Visitor(Optional.empty(), name, Optional.empty());
    }
}
