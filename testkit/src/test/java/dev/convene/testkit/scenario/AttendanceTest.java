package dev.convene.testkit.scenario;

import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.SettableClock.NOON;
import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.attendance.PersonAttendance;
import dev.convene.core.attendance.PersonAttendance.Stay;
import dev.convene.core.event.EventInbox;
import dev.convene.core.event.EventLog;
import dev.convene.core.event.EventStores;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.RoomId;
import dev.convene.testkit.FakeDelivery;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.FaultPlan;
import dev.convene.testkit.FaultPlan.Fault;
import dev.convene.testkit.TestConvene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttendanceTest {

    private static final Caller ALICE = member("alice");

    private final TestConvene convene = TestConvene.inMemory();
    private final Meeting meeting = convene.meetings().create(ALICE, NewMeeting.plain());

    @Test
    void whoIsThereIsPresentSinceTheyCame() {
        ConnectionId connection = convene.enter(ALICE, meeting.link());
        convene.deliverReports();

        PersonAttendance alice = attendanceOfOne();
        assertThat(alice.participant()).isEqualTo(new Participant("alice", "Name of alice"));
        assertThat(alice.present()).isTrue();
        assertThat(alice.firstJoin()).isEqualTo(NOON);
        assertThat(alice.lastLeave()).isNull();
        assertThat(alice.visits()).containsExactly(new Stay(connection, NOON, null));
        assertThat(alice.presence(minute(7))).isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void whoLeavesAndReturnsIsOnePersonWithTwoVisits() {
        ConnectionId first = convene.enter(ALICE, meeting.link());
        at(5).leave(first);
        at(10);
        ConnectionId second = convene.enter(ALICE, meeting.link());
        at(12).leave(second);
        convene.deliverReports();

        PersonAttendance alice = attendanceOfOne();
        assertThat(alice.visits())
                .containsExactly(new Stay(first, NOON, minute(5)), new Stay(second, minute(10), minute(12)));
        assertThat(alice.present()).isFalse();
        assertThat(alice.lastLeave()).isEqualTo(minute(12));
        assertThat(alice.presence(minute(60))).isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void twoTabsAtOnceCountOnceAndThePersonLeavesWithTheLast() {
        ConnectionId first = convene.enter(ALICE, meeting.link());
        at(2);
        ConnectionId second = convene.enter(ALICE, meeting.link());
        at(5).leave(first);
        at(6);
        convene.deliverReports();
        assertThat(attendanceOfOne().present()).isTrue();

        at(8).leave(second);
        convene.deliverReports();
        assertThat(attendanceOfOne().present()).isFalse();
        assertThat(attendanceOfOne().presence(minute(60))).isEqualTo(Duration.ofMinutes(8));
    }

    @Test
    void peopleAreListedInTheOrderInWhichTheyCame() {
        convene.enter(member("zoe"), meeting.link());
        at(1);
        convene.enter(ALICE, meeting.link());
        convene.deliver(convene.provider().takeReports().reversed());

        assertThat(convene.attendanceOf(meeting).people())
                .extracting(it -> it.participant().identity())
                .containsExactly("zoe", "alice");
    }

    @Test
    void aLeaveThatComesBeforeItsJoinEndsTheVisitAllTheSame() {
        ConnectionId connection = convene.enter(ALICE, meeting.link());
        at(5).leave(connection);

        convene.deliver(convene.provider().takeReports().reversed());

        assertThat(attendanceOfOne().visits()).containsExactly(new Stay(connection, NOON, minute(5)));
    }

    @Test
    void whoseJoinWasLostWasThereWhenTheyLeft() {
        ConnectionId connection = convene.enter(ALICE, meeting.link());
        convene.provider().takeReports();
        at(5).leave(connection);
        convene.deliverReports();

        assertThat(attendanceOfOne().visits()).containsExactly(new Stay(connection, minute(5), minute(5)));
    }

    @Test
    void whoIsThereAtTheMeetingsEndLeavesWithIt() {
        convene.enter(ALICE, meeting.link());
        convene.deliverReports();
        at(9);

        Meeting ended = convene.meetings().end(ALICE, meeting.link());

        assertThat(convene.attendanceOf(ended).people())
                .singleElement()
                .extracting(PersonAttendance::lastLeave)
                .isEqualTo(minute(9));
    }

    @Test
    void aForgedReportIsRefusedAndChangesNothing() {
        ConnectionId connection = convene.enter(ALICE, meeting.link());
        var delivery =
                new FakeDelivery(convene.provider().webhooks(), FaultPlan.none().with(Fault.FORGE, 1), 1);

        List<Boolean> authentic = delivery.send(convene.provider().takeReports()).stream()
                .map(convene::deliver)
                .toList();

        assertThat(authentic).containsExactly(false, true);
        assertThat(attendanceOfOne().visits()).containsExactly(new Stay(connection, NOON, null));
    }

    @Test
    void reportsOfForeignRoomsAreDropped() {
        var foreign = new RoomId("foreign");

        convene.deliver(
                List.of(new Joined("event", foreign, NOON, new ConnectionId("c"), new Participant("eve", "Eve"))));

        assertThat(convene.attendanceOf(meeting).people()).isEmpty();
        assertThat(convene.stores().visits().open(convene.provider().name(), 10))
                .isEmpty();
    }

    @Test
    void reportsThatCameTogetherAreKeptAllOrNone() {
        ConnectionId connection = convene.enter(ALICE, meeting.link());
        at(5).leave(connection);
        List<ProviderEvent> reports = convene.provider().takeReports();
        var failing = new EventInbox(
                failingAtTheSecondEvent(), convene.stores().meetings(), convene.ledger(), convene.clock());

        assertThatThrownBy(() -> failing.report(convene.provider().name(), reports))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(convene.attendanceOf(meeting).people()).isEmpty();

        convene.inbox().report(convene.provider().name(), reports);
        assertThat(attendanceOfOne().visits()).containsExactly(new Stay(connection, NOON, minute(5)));
    }

    @Test
    void anotherTenantDoesNotSeeIt() {
        var stranger = new Caller(OTHER_TENANT, "mallory", "Mallory", true);

        assertThatThrownBy(() -> convene.attendance().attendance(stranger, meeting.link()))
                .isInstanceOf(Unknown.class);
    }

    private EventStores failingAtTheSecondEvent() {
        EventStores stores = convene.stores().forEvents();
        EventLog failing = (provider, event, receivedAt) -> {
            if (event instanceof Left) {
                throw new UncheckedIOException(new IOException("the disk is full"));
            }
            return stores.events().addIfNew(provider, event, receivedAt);
        };
        return new EventStores(failing, stores.visits(), stores.transaction());
    }

    private FakeProvider at(int minute) {
        convene.clock().set(minute(minute));
        return convene.provider();
    }

    private PersonAttendance attendanceOfOne() {
        assertThat(convene.attendanceOf(meeting).people()).hasSize(1);
        return convene.attendanceOf(meeting).people().getFirst();
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
