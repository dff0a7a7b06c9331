package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.ExampleVisit.ADA;
import static dev.convene.testkit.ExampleVisit.visit;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.attendance.Visit;
import dev.convene.core.attendance.Visits.Merged;
import dev.convene.core.attendance.Visits.NumberedVisit;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One connection is one visit, whatever is reported of it in which order. */
interface MergesVisits {

    Stores stores();

    @Test
    default void inEveryOrderReportsMakeTheVisitThatTheRecordMakes() {
        var random = new Random(20260302);
        for (int i = 0; i < 60; i++) {
            Meeting meeting = aMeeting().addedTo(stores());
            var reports = new ArrayList<>(reportsOf(visit(meeting.room(), "connection-" + i)));
            Collections.shuffle(reports, random);

            reports.forEach(stores().visits()::merge);

            Visit expected = reports.stream().reduce(Visit::merge).orElseThrow();
            assertThat(visitsOf(meeting)).as("reports %s", reports).containsExactly(expected);
        }
    }

    @Test
    default void aRepeatedReportChangesNothing() {
        Meeting meeting = aMeeting().addedTo(stores());
        Visit joined = visit(meeting.room(), "connection").joined(NOON);

        stores().visits().merge(joined);
        stores().visits().merge(joined);

        assertThat(visitsOf(meeting)).containsExactly(joined);
    }

    @Test
    default void aMergeTellsWhatWasKnownAndWhatIs() {
        Meeting meeting = aMeeting().addedTo(stores());
        Visit joined = visit(meeting.room(), "connection").joined(NOON);
        Visit left = visit(meeting.room(), "connection").left(NOON.plusSeconds(1));

        assertThat(stores().visits().merge(joined)).isEqualTo(new Merged(null, joined));
        assertThat(stores().visits().merge(left)).isEqualTo(new Merged(joined, joined.merge(left)));
        assertThat(stores().visits().merge(left))
                .satisfies(it -> assertThat(it.after()).isEqualTo(it.before()));
    }

    @Test
    default void aNamelessLeaveIsKeptUntilTheJoinNamesThePerson() {
        Meeting meeting = aMeeting().addedTo(stores());
        ExampleVisit visit = visit(meeting.room(), "connection");
        Visit left = visit.left(NOON.plusSeconds(1));

        stores().visits().merge(left);
        assertThat(visitsOf(meeting)).containsExactly(left);

        stores().visits().merge(visit.joined(NOON));
        assertThat(visitsOf(meeting))
                .containsExactly(new Visit(
                        meeting.room(), visit.connection(), ADA, NOON, NOON.plusSeconds(1), NOON.plusSeconds(1)));
    }

    @Test
    default void connectionsAreToldApartByCase() {
        Meeting meeting = aMeeting().addedTo(stores());
        Visit lower = visit(meeting.room(), "connection").joined(NOON);
        Visit upper = visit(meeting.room(), "CONNECTION").joined(NOON.plusMillis(1));

        stores().visits().merge(lower);
        stores().visits().merge(upper);

        assertThat(visitsOf(meeting)).containsExactly(lower, upper);
    }

    @ParameterizedTest
    @MethodSource("dev.convene.testkit.HostileText#all")
    default void hostileNamesComeBackAsTheyWereGiven(String hostile) {
        assertIsKept("connection", new Participant(hostile, hostile));
    }

    @Test
    default void theLongestValuesFit() {
        assertIsKept(
                "c".repeat(ConnectionId.MAX_LENGTH),
                new Participant(
                        HostileText.ofLength(Participant.MAX_IDENTITY_LENGTH),
                        HostileText.ofLength(Participant.MAX_NAME_LENGTH)));
    }

    @Test
    default void ofSixtyFourReportsAtOnceOnOneConnectionNoneIsLost() {
        Meeting meeting = aMeeting().addedTo(stores());
        ExampleVisit visit = visit(meeting.room(), "connection");

        AtOnce.run(64, i -> {
            stores().visits().merge(visit.joined(NOON.minusMillis(i)));
            stores().visits().merge(visit.left(NOON.plusMillis(i)));
            return i;
        });

        assertThat(visitsOf(meeting))
                .containsExactly(visit.joined(NOON.minusMillis(63)).merge(visit.left(NOON.plusMillis(63))));
    }

    @Test
    default void sixtyFourConnectionsAtOnceAreSixtyFourVisits() {
        Meeting meeting = aMeeting().addedTo(stores());

        List<Visit> reported = AtOnce.run(64, i -> {
            Visit joined = visit(meeting.room(), "connection-" + i).joined(NOON);
            stores().visits().merge(joined);
            return joined;
        });

        assertThat(visitsOf(meeting)).containsExactlyInAnyOrderElementsOf(reported);
    }

    private void assertIsKept(String connection, Participant participant) {
        Meeting meeting = aMeeting().addedTo(stores());
        Visit joined = visit(meeting.room(), connection).joined(NOON, participant);

        stores().visits().merge(joined);

        assertThat(visitsOf(meeting)).containsExactly(joined);
    }

    private List<Visit> visitsOf(Meeting meeting) {
        return stores().visits().of(meeting.link()).stream()
                .map(NumberedVisit::visit)
                .toList();
    }

    /** Two joins and two leaves, which do not agree on the name. */
    private static List<Visit> reportsOf(ExampleVisit visit) {
        return List.of(
                visit.joined(NOON),
                visit.joined(NOON.minusMillis(1), new Participant("ada", "Countess")),
                visit.left(NOON.plusMillis(1)),
                visit.left(NOON.plusMillis(2), new Participant("ada", "Ada King")));
    }
}
