package dev.convene.testkit.scenario;

import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.attendance.Visit;
import dev.convene.core.audit.AuditAction;
import dev.convene.core.audit.AuditEntry;
import dev.convene.core.audit.AuditOutbox;
import dev.convene.core.audit.AuditSubject;
import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingProblem.AlreadyEnded;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.RoomId;
import dev.convene.testkit.TestAudit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditedChangesTest {

    private final TestAudit audit = TestAudit.inMemory();

    @Test
    void aNewMeetingHasNoStateBefore() {
        Meeting meeting = aMeeting().build();

        audit.meetings().add(meeting);

        assertThat(entries()).singleElement().satisfies(it -> {
            assertThat(it.action()).isEqualTo(AuditAction.INSERT_ONE);
            assertThat(it.subject())
                    .isEqualTo(new AuditSubject(
                            TENANT,
                            "video_session_details",
                            "Video_Chat_Session_Logs",
                            meeting.link().value()));
            assertThat(it.requestId()).isEqualTo("request-7");
            assertThat(it.before()).isNull();
            assertThat(it.after())
                    .contains("meetingLink=" + meeting.link(), "scheduleTime=2026-03-02T12:00:00.000Z", "endTime=null");
        });
    }

    @Test
    void aChangeShowsBothStatesAndWhoMadeItAsTheMeetingSays() {
        Meeting meeting = added();

        end(meeting, new Stamp("guest-1", NOON));

        assertThat(entries()).last().satisfies(it -> {
            assertThat(it.action()).isEqualTo(AuditAction.UPDATE_ONE);
            assertThat(it.actor()).isEqualTo("guest-1");
            assertThat(it.before()).contains("endTime=null");
            assertThat(it.after()).contains("endTime=2026-03-02T12:00:00.000Z");
        });
    }

    @Test
    void whatTheServiceDoesByItselfNobodyDoes() {
        end(added(), new Stamp(null, NOON));

        assertThat(entries()).last().extracting(AuditEntry::actor).isEqualTo(AuditEntry.NOBODY);
    }

    @Test
    void anotherRoomIsOfWhoAskedForTheMeetingDoesNotTell() {
        Meeting meeting = added();

        audit.meetings().change(TENANT, meeting.link(), it -> it.moveTo(new RoomId("another")));

        assertThat(entries()).last().extracting(AuditEntry::actor).isEqualTo("alice");
    }

    @Test
    void whatChangesNothingOrIsRefusedLeavesNoEntry() {
        Meeting meeting = added();
        end(meeting, new Stamp("ada", NOON));
        int before = entries().size();

        audit.meetings().change(TENANT, meeting.link(), it -> it);
        assertThatThrownBy(() -> end(meeting, new Stamp("ada", NOON))).isInstanceOf(AlreadyEnded.class);

        assertThat(entries()).hasSize(before);
    }

    @Test
    void aChangeWhoseEntryCannotBeKeptIsNotMade() {
        Meeting meeting = aMeeting().build();

        assertThatThrownBy(() ->
                        TestAudit.on(audit.stores(), new Full()).meetings().add(meeting))
                .hasMessage("full");

        assertThat(audit.meetings().findByLink(meeting.link())).isEmpty();
    }

    @Test
    void secretsInTheMetadataAreHiddenAtAnyDepth() {
        Map<String, Object> metadata =
                Map.of("apiKey", "k1", "list", List.of(Map.of("Door-Password", "p1", "floor", 3)), "colour", "green");

        audit.meetings()
                .add(aMeeting().described(new Details("T", null, metadata)).build());

        assertThat(entries())
                .last()
                .extracting(AuditEntry::after)
                .asString()
                .contains("apiKey=***", "Door-Password=***", "floor=3", "colour=green")
                .doesNotContain("k1", "p1");
    }

    @Test
    void aVisitIsOfThePersonWhoCameWithoutTheirName() {
        Meeting meeting = added();
        Visit joined = visit(meeting, true);

        audit.visits().merge(joined);
        audit.visits().merge(joined);
        audit.visits().merge(visit(meeting, false));

        assertThat(entries().subList(1, 3))
                .satisfiesExactly(
                        it -> {
                            assertThat(it.action()).isEqualTo(AuditAction.INSERT_ONE);
                            assertThat(it.actor()).isEqualTo("ada-1");
                            assertThat(it.subject().actionKey()).isEqualTo("Session_Attendees_Logs");
                            assertThat(it.after())
                                    .contains("attendee=ada-1", "name=***")
                                    .doesNotContain("Lovelace");
                        },
                        it -> {
                            assertThat(it.action()).isEqualTo(AuditAction.UPDATE_ONE);
                            assertThat(it.before()).contains("isDeleted=false");
                            assertThat(it.after()).contains("isDeleted=true");
                        });
        assertThat(entries()).hasSize(3);
    }

    private static Visit visit(Meeting meeting, boolean join) {
        return new Visit(
                meeting.room(),
                new ConnectionId("c1"),
                new Participant("ada-1", "Lovelace"),
                join ? NOON : null,
                join ? null : NOON.plusSeconds(9),
                NOON);
    }

    private Meeting added() {
        Meeting meeting = aMeeting().build();
        audit.meetings().add(meeting);
        return meeting;
    }

    private void end(Meeting meeting, Stamp by) {
        audit.meetings().change(TENANT, meeting.link(), it -> it.end(by));
    }

    private List<AuditEntry> entries() {
        return audit.outbox().waiting(100);
    }

    /** Has no room for entries. */
    private record Full() implements AuditOutbox {

        @Override
        public void add(AuditEntry entry) {
            throw new IllegalStateException("full");
        }

        @Override
        public List<AuditEntry> waiting(int limit) {
            return List.of();
        }

        @Override
        public void remove(Collection<String> ids) {
            throw new IllegalStateException("nothing is here");
        }
    }
}
