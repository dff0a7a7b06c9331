package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.PROVIDER;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.ExampleVisit.visit;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.attendance.Visit;
import dev.convene.core.attendance.Visits.NumberedVisit;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderName;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A connection that is heard of is alive, and no more is made of it. */
interface SeesVisits {

    Stores stores();

    @Test
    default void theLastMomentMovesForwardAndNeverBack() {
        Meeting meeting = aMeeting().addedTo(stores());
        Visit joined = visit(meeting.room(), "a").joined(NOON);
        stores().visits().merge(joined);

        see(PROVIDER, Set.of("a"), NOON.plusSeconds(10));
        assertThat(visitsOf(meeting)).containsExactly(seen(joined, NOON.plusSeconds(10)));

        see(PROVIDER, Set.of("a"), NOON.plusSeconds(5));
        assertThat(visitsOf(meeting)).containsExactly(seen(joined, NOON.plusSeconds(10)));
    }

    @Test
    default void onlyTheConnectionsNamedAreSeen() {
        Meeting meeting = aMeeting().addedTo(stores());
        Visit named = visit(meeting.room(), "a").joined(NOON);
        Visit other = visit(meeting.room(), "b").joined(NOON);
        stores().visits().merge(named);
        stores().visits().merge(other);

        see(PROVIDER, Set.of("a", "unknown"), NOON.plusSeconds(1));
        see(PROVIDER, Set.of(), NOON.plusSeconds(2));

        assertThat(visitsOf(meeting)).containsExactly(seen(named, NOON.plusSeconds(1)), other);
    }

    @Test
    default void twoProvidersMayCallTheirConnectionsTheSame() {
        var other = new ProviderName("other");
        Meeting here = aMeeting().addedTo(stores());
        Meeting there = aMeeting().in(new Room(other, here.room().id())).addedTo(stores());
        Visit visitHere = visit(here.room(), "a").joined(NOON);
        Visit visitThere = visit(there.room(), "a").joined(NOON);
        stores().visits().merge(visitHere);
        stores().visits().merge(visitThere);

        see(other, Set.of("a"), NOON.plusSeconds(1));

        assertThat(visitsOf(here)).containsExactly(visitHere);
        assertThat(visitsOf(there)).containsExactly(seen(visitThere, NOON.plusSeconds(1)));
    }

    @Test
    default void anEndedVisitStaysEnded() {
        Meeting meeting = aMeeting().addedTo(stores());
        ExampleVisit visit = visit(meeting.room(), "a");
        Visit over = visit.joined(NOON).merge(visit.left(NOON.plusSeconds(1)));
        stores().visits().merge(over);

        see(PROVIDER, Set.of("a"), NOON.plusSeconds(2));

        assertThat(visitsOf(meeting)).containsExactly(seen(over, NOON.plusSeconds(2)));
    }

    /** More than some databases take in one list. */
    @Test
    default void manyConnectionsAreSeenAtOnce() {
        Meeting meeting = aMeeting().addedTo(stores());
        Visit joined = visit(meeting.room(), "c-1").joined(NOON);
        stores().visits().merge(joined);
        Set<String> many =
                new HashSet<>(IntStream.range(0, 5_000).mapToObj(i -> "c-" + i).toList());

        see(PROVIDER, many, NOON.plusSeconds(1));

        assertThat(visitsOf(meeting)).containsExactly(seen(joined, NOON.plusSeconds(1)));
    }

    private void see(ProviderName provider, Set<String> connections, Instant at) {
        stores().visits()
                .seen(provider, connections.stream().map(ConnectionId::new).toList(), at);
    }

    private List<Visit> visitsOf(Meeting meeting) {
        return stores().visits().of(meeting.link()).stream()
                .map(NumberedVisit::visit)
                .toList();
    }

    private static Visit seen(Visit it, Instant at) {
        return new Visit(it.room(), it.connection(), it.participant(), it.joinedAt(), it.leftAt(), at);
    }
}
