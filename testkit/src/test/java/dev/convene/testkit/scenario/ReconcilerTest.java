package dev.convene.testkit.scenario;

import static dev.convene.testkit.SettableClock.NOON;
import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.attendance.PersonAttendance;
import dev.convene.core.attendance.PersonAttendance.Stay;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.testkit.FakeDelivery;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.FaultPlan;
import dev.convene.testkit.FaultPlan.Fault;
import dev.convene.testkit.TestConvene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconcilerTest {

    private static final Caller ALICE = member("alice");

    private final TestConvene convene = TestConvene.inMemory();
    private final Meeting meeting = convene.meetings().create(ALICE, NewMeeting.plain());

    @Test
    void whoCrashedLeftWhenTheyWereLastSeen() {
        ConnectionId alice = entered();
        convene.inbox().stillConnected(convene.provider().name(), Set.of(alice), minute(3));
        at(4).crash(alice);

        at(10);
        convene.reconciler().reconcile();

        assertThat(staysOfOne()).containsExactly(new Stay(alice, NOON, minute(3)));
    }

    @Test
    void whomTheProviderKnowsStaysAndWasSeenWhenItWasAsked() {
        ConnectionId alice = entered();
        at(4);
        convene.reconciler().reconcile();
        assertThat(staysOfOne()).containsExactly(new Stay(alice, NOON, null));

        at(5).crash(alice);
        at(9);
        convene.reconciler().reconcile();
        assertThat(staysOfOne()).containsExactly(new Stay(alice, NOON, minute(4)));
    }

    @Test
    void aLeaveThatWasOnlyLateIsStillTrue() {
        ConnectionId alice = entered();
        at(5).leave(alice);
        convene.reconciler().reconcile();
        assertThat(staysOfOne()).containsExactly(new Stay(alice, NOON, NOON));

        convene.deliverReports();

        assertThat(staysOfOne()).containsExactly(new Stay(alice, NOON, minute(5)));
    }

    @Test
    void reconcilingTwiceChangesNothingMore() {
        ConnectionId alice = entered();
        at(5).crash(alice);
        convene.reconciler().reconcile();
        List<PersonAttendance> once = convene.attendanceOf(meeting).people();

        at(6);
        convene.reconciler().reconcile();

        assertThat(convene.attendanceOf(meeting).people()).isEqualTo(once);
    }

    @Test
    void ifTheProviderCannotBeAskedNobodyIsTakenForGone() {
        ConnectionId alice = entered();
        at(5);
        convene.provider()
                .failNext(new ProviderFailure.Unavailable(FakeProvider.NAME, "list", Duration.ofSeconds(1), null));

        convene.reconciler().reconcile();

        assertThat(staysOfOne()).containsExactly(new Stay(alice, NOON, null));
    }

    @Test
    void aRoomThatCannotBeAskedDoesNotKeepTheOthersFromBeing() {
        ConnectionId alice = entered();
        Meeting other = convene.meetings().create(ALICE, NewMeeting.plain());
        ConnectionId again = convene.enter(ALICE, other.link());
        convene.deliverReports();
        convene.provider().crash(alice);
        convene.provider().crash(again);
        convene.provider()
                .failNext(new ProviderFailure.Unavailable(FakeProvider.NAME, "list", Duration.ofSeconds(1), null));

        convene.reconciler().reconcile();
        assertThat(List.of(present(meeting), present(other))).containsExactlyInAnyOrder(true, false);

        convene.reconciler().reconcile();
        assertThat(List.of(present(meeting), present(other))).containsExactly(false, false);
    }

    @Test
    void withAThirdOfTheLeavesLostWhoIsPresentIsRightAfterReconciliation() {
        var delivery = new FakeDelivery(
                convene.provider().webhooks(),
                FaultPlan.none()
                        .with(Left.class, Fault.DROP, 0.3)
                        .with(Fault.REPEAT, 0.3)
                        .with(Fault.REORDER, 0.5)
                        .with(Fault.DELAY, 0.3)
                        .with(Fault.FORGE, 0.3),
                20260302);
        var staying = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            ConnectionId connection = convene.enter(member("person-" + i), meeting.link());
            if (i % 3 == 0) {
                staying.add("person-" + i);
            } else {
                convene.provider().leave(connection);
            }
            delivery.send(convene.provider().takeReports()).forEach(convene::deliver);
        }
        delivery.sendLate().forEach(convene::deliver);
        assertThat(delivery.dropped()).isNotEmpty();

        convene.reconciler().reconcile();

        assertThat(convene.attendanceOf(meeting).people())
                .hasSize(100)
                .filteredOn(PersonAttendance::present)
                .extracting(it -> it.participant().identity())
                .containsExactlyInAnyOrderElementsOf(staying);
    }

    private ConnectionId entered() {
        ConnectionId connection = convene.enter(ALICE, meeting.link());
        convene.deliverReports();
        return connection;
    }

    private FakeProvider at(int minute) {
        convene.clock().set(minute(minute));
        return convene.provider();
    }

    private List<Stay> staysOfOne() {
        assertThat(convene.attendanceOf(meeting).people()).hasSize(1);
        return convene.attendanceOf(meeting).people().getFirst().visits();
    }

    private boolean present(Meeting which) {
        return convene.attendanceOf(which).people().getFirst().present();
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
