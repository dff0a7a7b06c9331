package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.ExampleVisit.visit;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.attendance.Visit;
import dev.convene.core.meeting.JoinPolicy;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.meeting.TenantUsage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link TenantUsage} must do. Extend it by a test class that returns your stores from {@link #emptyStores()}. */
public abstract class TenantUsageCompatibilityKit extends StoresKit {

    @Test
    void aTenantWithNothingUsesNothing() {
        assertThat(usage().liveMeetings(TENANT)).isZero();
        assertThat(usage().participants(TENANT)).isZero();
    }

    @Test
    void meetingsCountFromTheirStartToTheirEnd() {
        aMeeting().addedTo(stores());
        aMeeting().startedAt(NOON).addedTo(stores());
        aMeeting().startedAt(NOON).addedTo(stores());
        aMeeting().startedAt(NOON).endedAt(NOON).addedTo(stores());
        aMeeting().endedAt(NOON).addedTo(stores());

        assertThat(usage().liveMeetings(TENANT)).isEqualTo(2);
    }

    @Test
    void connectionsCountWhileTheyAreIn() {
        Meeting meeting = aMeeting().startedAt(NOON).addedTo(stores());
        stores().visits().merge(visit(meeting.room(), "a").joined(NOON));
        stores().visits().merge(visit(meeting.room(), "b").joined(NOON));
        stores().visits().merge(visit(meeting.room(), "b").left(NOON.plusSeconds(1)));
        Meeting ended = aMeeting().startedAt(NOON).endedAt(NOON).addedTo(stores());
        stores().visits().merge(visit(ended.room(), "c").joined(NOON));
        stores().visits().merge(visit(meeting.room(), Visit.ADOPTED + 1).joined(NOON));

        assertThat(usage().participants(TENANT)).isEqualTo(1);
    }

    @Test
    void otherTenantsDoNotCount() {
        Meeting meeting = aMeeting().of(OTHER_TENANT).startedAt(NOON).addedTo(stores());
        stores().visits().merge(visit(meeting.room(), "a").joined(NOON));

        assertThat(usage().liveMeetings(TENANT)).isZero();
        assertThat(usage().participants(TENANT)).isZero();
        assertThat(usage().liveMeetings(OTHER_TENANT)).isEqualTo(1);
        assertThat(usage().participants(OTHER_TENANT)).isEqualTo(1);
    }

    @Test
    void whoCountsAndWritesDoesSoAlone() {
        var meetings = IntStream.range(0, 16)
                .mapToObj(i -> aMeeting().addedTo(stores()))
                .toList();

        AtOnce.run(16, i -> {
            usage().oneAtATime(TENANT, () -> {
                if (usage().liveMeetings(TENANT) < 3) {
                    start(meetings.get(i));
                }
            });
            return i;
        });

        assertThat(usage().liveMeetings(TENANT)).isEqualTo(3);
    }

    @Test
    void workThatThrowsLeavesNothing() {
        Meeting meeting = aMeeting().addedTo(stores());

        assertThatThrownBy(() -> usage().oneAtATime(TENANT, () -> {
                    start(meeting);
                    throw new IllegalArgumentException("too much");
                }))
                .hasMessage("too much");

        assertThat(usage().liveMeetings(TENANT)).isZero();
    }

    private void start(Meeting meeting) {
        stores().meetings().change(TENANT, meeting.link(), it -> it.join(new Stamp("ada", NOON), JoinPolicy.DEFAULT));
    }

    private TenantUsage usage() {
        return stores().usage();
    }
}
