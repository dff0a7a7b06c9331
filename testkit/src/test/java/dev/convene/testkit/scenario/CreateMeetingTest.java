package dev.convene.testkit.scenario;

import static dev.convene.testkit.SettableClock.NOON;
import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.Hooks;
import dev.convene.core.meeting.JoinPolicy;
import dev.convene.core.meeting.LinkGenerator;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingProblem.InvalidSchedule;
import dev.convene.core.meeting.MeetingProblem.InvalidSchedule.Reason;
import dev.convene.core.meeting.MeetingProblem.NotOffered;
import dev.convene.core.meeting.MeetingQuery;
import dev.convene.core.meeting.MeetingRules;
import dev.convene.core.meeting.MeetingService;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.Providers;
import dev.convene.core.meeting.Quotas;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.Schedule;
import dev.convene.core.provider.Capabilities;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.RoomSpec;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.TestConvene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CreateMeetingTest {

    private static final Caller ALICE = member("alice");
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

    private final TestConvene convene = TestConvene.inMemory();

    @Test
    void aMeetingIsKeptAsItWasAskedForAndHasARoom() {
        var details = new Details("Stand-up", "crm-17", Map.of("team", "red"));
        var options = new Options(true, false, false);
        Instant end = TOMORROW.plus(Duration.ofHours(1));

        Meeting created = convene.meetings().create(ALICE, new NewMeeting(details, options, TOMORROW, end));

        assertThat(created.details()).isEqualTo(details);
        assertThat(created.options()).isEqualTo(options);
        assertThat(created.schedule()).isEqualTo(Schedule.at(TOMORROW, end));
        assertThat(created.tenant()).isEqualTo(ALICE.tenant());
        assertThat(created.history().created().by()).isEqualTo("alice");
        assertThat(convene.meetings().get(ALICE, created.link())).isEqualTo(created);
        assertThat(convene.provider().openRooms())
                .containsExactly(Map.entry(created.room().id(), new RoomSpec(true, false)));
    }

    @Test
    void aMeetingWithoutATimeIsOpenAtOnce() {
        Meeting created = convene.meetings().create(ALICE, NewMeeting.plain());

        assertThat(created.schedule()).isEqualTo(Schedule.now(NOON, null));
        assertThat(created.state()).isEqualTo(Meeting.State.UPCOMING);
    }

    @Test
    void aMeetingCannotBeScheduledForThePast() {
        var past = new NewMeeting(Details.NONE, Options.DEFAULT, NOON.minusMillis(1), null);

        assertThatThrownBy(() -> convene.meetings().create(ALICE, past))
                .isInstanceOfSatisfying(
                        InvalidSchedule.class, it -> assertThat(it.reason()).isEqualTo(Reason.IN_THE_PAST));
        assertNothingIsKept();
    }

    @Test
    void ifTheProviderFailsNothingIsKept() {
        var failure = unavailable();
        convene.provider().failNext(failure);

        assertThatThrownBy(() -> convene.meetings().create(ALICE, NewMeeting.plain()))
                .isSameAs(failure);

        assertNothingIsKept();
    }

    @Test
    void ifTheMeetingCannotBeKeptItsRoomIsClosed() {
        MeetingService service = withLinks(() -> new MeetingLink("always-the-same"));
        Room first = service.create(ALICE, NewMeeting.plain()).room();

        assertThatThrownBy(() -> service.create(ALICE, NewMeeting.plain())).isInstanceOf(IllegalStateException.class);

        assertThat(convene.provider().openRooms()).containsOnlyKeys(first.id());
    }

    @Test
    void whatTheProviderDoesNotOfferIsRefusedByNameBeforeARoomIsOpened() {
        var plain = new FakeProvider(FakeProvider.NAME, new Capabilities(Set.of(), 4), convene.clock());
        MeetingService service = with(plain, LinkGenerator.nanoid());

        assertThatThrownBy(() -> service.create(ALICE, with(new Options(true, false, true))))
                .isInstanceOfSatisfying(NotOffered.class, it -> {
                    assertThat(it.capability()).isEqualTo(Capability.ARCHIVING);
                    assertThat(it.provider()).isEqualTo(FakeProvider.NAME);
                });
        assertThatThrownBy(() -> service.create(ALICE, with(new Options(false, true, true))))
                .isInstanceOfSatisfying(
                        NotOffered.class,
                        it -> assertThat(it.capability()).isEqualTo(Capability.END_TO_END_ENCRYPTION));
        assertThat(plain.openRooms()).isEmpty();
    }

    private void assertNothingIsKept() {
        assertThat(convene.meetings().list(ALICE, MeetingQuery.all(10)).meetings())
                .isEmpty();
        assertThat(convene.provider().openRooms()).isEmpty();
    }

    private static NewMeeting with(Options options) {
        return new NewMeeting(Details.NONE, options, null, null);
    }

    private MeetingService withLinks(LinkGenerator links) {
        return with(convene.provider(), links);
    }

    private MeetingService with(FakeProvider provider, LinkGenerator links) {
        var providers = new Providers(List.of(provider), provider.name());
        return new MeetingService(
                convene.stores().forMeetings(),
                providers,
                new MeetingRules(links, JoinPolicy.DEFAULT, Quotas.NONE, Hooks.NONE),
                convene.clock());
    }

    private static ProviderFailure unavailable() {
        return new ProviderFailure.Unavailable(FakeProvider.NAME, "open a room", Duration.ofSeconds(1), null);
    }
}
