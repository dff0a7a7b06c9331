package dev.convene.server.predecessor;

import static dev.convene.server.predecessor.PredecessorDatabase.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.convene.core.attendance.Visit;
import dev.convene.core.attendance.Visits.NumberedVisit;
import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.History;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.Schedule;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.RoomId;
import dev.convene.starter.jdbc.AdoptionReport;
import dev.convene.starter.jdbc.MigrationReport;
import dev.convene.testkit.AtOnce;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of the rows in the predecessor's tables, on each kind of database that it runs on. */
abstract class AdoptionRules extends PredecessorRows {

    @Test
    void aMeetingIsAdoptedWithEverythingThatItHas() {
        meeting(
                1,
                "L1",
                Map.of(
                        "is_scheduled", true,
                        "schedule_time", "2026-11-24T09:00:00Z",
                        "is_archived", true,
                        "start_time", LATER,
                        "end_time", "2026-11-23T02:00:00Z",
                        "modified_on", LATER,
                        "created_by", "ut-1",
                        "modified_by", "ut-2",
                        "ext_id", "crm-17",
                        "ext_metadata", "{\"ward\": 7}"));

        migrate();

        assertThat(stores().meetings().meetings().findByLink(L1))
                .contains(new Meeting(
                        L1,
                        TenantId.DEFAULT,
                        new Details(null, "crm-17", Map.of("ward", 7)),
                        Schedule.at(Instant.parse("2026-11-24T09:00:00Z"), null),
                        new Options(true, false, false),
                        VONAGE,
                        new RoomId("session-1"),
                        new History(
                                new Stamp("ut-1", Instant.parse(CREATED)),
                                new Stamp("ut-2", Instant.parse(LATER)),
                                Instant.parse(LATER),
                                Instant.parse("2026-11-23T02:00:00Z"))));
    }

    @Test
    void aMeetingWithNothingOptionalIsAdoptedToo() {
        meeting(1, "L1", Map.of());

        migrate();

        Meeting meeting = stores().meetings().meetings().findByLink(L1).orElseThrow();
        assertThat(meeting.schedule()).isEqualTo(Schedule.now(Instant.parse(CREATED), null));
        assertThat(meeting.history()).isEqualTo(History.createdBy(new Stamp(null, Instant.parse(CREATED))));
        assertThat(meeting.details()).isEqualTo(Details.NONE);
    }

    @Test
    void aRoomOfTheOtherVendorIsKnownByItsId() {
        String room = "RM" + "0".repeat(32);
        meeting(1, "L1", Map.of("session_id", room));

        migrate();

        assertThat(stores().meetings().meetings().findByRoom(TWILIO, new RoomId(room)))
                .isPresent();
    }

    @Test
    void roomsOfMeetingsThatEndedAreNotClosedAgain() {
        meeting(1, "L1", Map.of("end_time", LATER));

        migrate();

        assertThat(stores().meetings().meetings().toClose(Instant.now(), 10)).isEmpty();
    }

    @Test
    void theArchiveIsOneThatTheProviderIsAskedFor() {
        meeting(1, "L1", Map.of("archive_id", "archive-1"));
        meeting(2, "L2", Map.of("archive_id", "archive-1"));

        migrate();

        assertThat(stores().archives().archives().findByProviderId(VONAGE, new ArchiveId("archive-1")))
                .hasValueSatisfying(it -> assertThat(it.origin().meeting()).isEqualTo(L1));
        assertThat(stores().archives().archives().unsettled(VONAGE, Instant.parse("2030-01-01T00:00:00Z"), 10))
                .hasSize(1);
    }

    @Test
    void attendeesKeepTheirIdsAndTheirTimes() {
        meeting(1, "L1", Map.of());
        attendee(5, "session-1", Map.of("attendee", "ann"));
        attendee(7, "session-1", Map.of("attendee", "bob", "is_deleted", true, "modified_on", LATER));

        migrate();

        assertThat(stores().events().visits().of(L1))
                .extracting(
                        NumberedVisit::number,
                        it -> person(it.visit()),
                        it -> it.visit().joinedAt(),
                        it -> it.visit().leftAt())
                .containsExactly(
                        tuple(5L, "ann", Instant.parse(CREATED), null),
                        tuple(7L, "bob", Instant.parse(CREATED), Instant.parse(LATER)));
    }

    @Test
    void whoComesLaterGetsAnIdAfterTheirs() {
        meeting(1, "L1", Map.of());
        attendee(7, "session-1", Map.of());
        migrate();

        join("c1");
        attendee(8, "session-1", Map.of());
        migrate();

        assertThat(stores().events().visits().of(L1))
                .hasSize(3)
                .extracting(NumberedVisit::number)
                .startsWith(7L, 8L);
    }

    @Test
    void whoIsInStaysSoWhateverTheProviderSays() {
        meeting(1, "L1", Map.of());
        attendee(1, "session-1", Map.of());
        migrate();
        join("c1");

        assertThat(stores().events().visits().open(VONAGE, 10))
                .extracting(Visit::connection)
                .containsExactly(new ConnectionId("c1"));
    }

    @Test
    void whatMakesNoSenseIsToldAndLeftOut() {
        meeting(1, "L1", Map.of());
        meeting(2, "L2", Map.of("deleted", true));
        meeting(3, "x".repeat(80), Map.of());
        meeting(4, "L4", Map.of("ext_metadata", "[1]"));
        var withoutLink =
                new HashMap<String, Object>(Map.of("id", 5, "session_id", "session-5", "created_on", CREATED));
        database.insert(MEETINGS, withoutLink);
        attendee(1, "session-1", Map.of());
        attendee(2, "session-2", Map.of());
        attendee(3, "session-3", Map.of());
        attendee(4, "nowhere", Map.of());
        attendee(5, "session-1", Map.of("attendee", " "));

        AdoptionReport report = migrate();

        assertThat(report.lines())
                .filteredOn(it -> it.startsWith("  "))
                .containsExactly(
                        "  video_session_details: 1 adopted, 0 before, 4 left out",
                        "    1 (id 3): A meeting link has 1 to 64 characters",
                        "    1 (id 5): it has no meeting_link",
                        "    1 (id 2): it is deleted",
                        "    1 (id 4): its ext_metadata is no JSON object",
                        "  session_attendees: 1 adopted, 0 before, 4 left out",
                        "    1 (id 5): its attendee has not 1 to 1024 characters",
                        "    1 (id 2): its meeting is deleted",
                        "    1 (id 3): its meeting is left out",
                        "    1 (id 4): no meeting has its session_id");
    }

    @Test
    void aSecondRunAdoptsWhatHasComeSinceAndTouchesNothingElse() {
        meeting(1, "L1", Map.of());
        attendee(1, "session-1", Map.of());
        migrate();
        database.execute("update %s set ext_id = 'changed', is_scheduled = true", MEETINGS);
        meeting(2, "L2", Map.of());
        attendee(2, "session-1", Map.of());
        attendee(3, "session-2", Map.of());

        AdoptionReport second = migrate();

        assertThat(second.meetings().adopted()).isEqualTo(1);
        assertThat(second.meetings().before()).isEqualTo(1);
        assertThat(second.attendees().adopted()).isEqualTo(2);
        assertThat(stores().meetings().meetings().findByLink(L1).orElseThrow().details())
                .isEqualTo(Details.NONE);
        assertThat(migrate().meetings().adopted()).isZero();
    }

    @Test
    void aLinkThatAMeetingOfOursHasIsLeftOut() {
        meeting(1, "L1", Map.of());
        migrate();
        database.execute("update %s set id = 9, session_id = 'session-9'", MEETINGS);

        assertThat(migrate().meetings().leftOut()).containsOnlyKeys("a meeting of Convene has its meeting_link");
    }

    @Test
    void itsTablesAreAsTheyWere() {
        meeting(1, "L1", Map.of("archive_id", "archive-1", "ext_metadata", "{}"));
        attendee(1, "session-1", Map.of());
        List<String> before = database.contents();

        migrate();

        assertThat(before).hasSize(2);
        assertThat(database.contents()).isEqualTo(before);
    }

    @Test
    void aDryRunSaysWhatWouldBeDoneAndDoesNothing() {
        meeting(1, "L1", Map.of());
        meeting(2, "L2", Map.of("deleted", true));
        attendee(1, "session-1", Map.of());
        attendee(2, "session-2", Map.of());

        MigrationReport plan = migrations().plan();

        assertThat(database.hasTable("convene_meeting")).isFalse();
        assertThat(database.hasTable("convene_schema_history")).isFalse();
        assertThat(plan.migrations()).contains("1 meetings", "3 predecessor");
        assertThat(plan).isEqualTo(migrations().migrate());
        assertThat(migrations().plan().adoption()).isEqualTo(migrate());
    }

    @Test
    void severalNodesMayAdoptAtOnce() {
        for (int i = 1; i <= 600; i++) {
            meeting(i, "L" + i, Map.of());
            attendee(i, "session-" + i, Map.of());
        }
        migrations().migrate().adoption();
        database.jdbc().sql("delete from convene_adopted").update();
        for (String table : List.of("visit", "room", "meeting")) {
            database.jdbc().sql("delete from convene_" + table).update();
        }

        List<AdoptionReport> reports = AtOnce.run(4, i -> migrate());

        assertThat(reports.stream().mapToLong(it -> it.meetings().adopted()).sum())
                .isEqualTo(600);
        assertThat(reports.stream().mapToLong(it -> it.attendees().adopted()).sum())
                .isEqualTo(600);
        assertThat(database.jdbc()
                        .sql("select count(*) from convene_visit")
                        .query(Long.class)
                        .single())
                .isEqualTo(600);
    }
}
