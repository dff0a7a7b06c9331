package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.Meeting.State;
import dev.convene.core.meeting.MeetingPage;
import dev.convene.core.meeting.MeetingQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A tenant's meetings are listed in pages that neither skip nor repeat. */
interface ListsMeetings {

    Stores stores();

    @Test
    default void theLatestScheduleTimeComesFirst() {
        Meeting first = aMeeting().startingAt(inHours(1)).addedTo(stores());
        Meeting third = aMeeting().startingAt(inHours(3)).addedTo(stores());
        Meeting second = aMeeting().startingAt(inHours(2)).addedTo(stores());

        assertThat(list(MeetingQuery.all(10)).meetings()).containsExactly(third, second, first);
    }

    @Test
    default void aTenantSeesNoneButItsOwn() {
        Meeting own = aMeeting().of(TENANT).addedTo(stores());
        aMeeting().of(OTHER_TENANT).addedTo(stores());

        assertThat(list(MeetingQuery.all(10)).meetings()).containsExactly(own);
    }

    @Test
    default void nothingIsListedWhereNothingIs() {
        assertThat(list(MeetingQuery.all(10))).isEqualTo(new MeetingPage(List.of(), Optional.empty()));
    }

    @Test
    default void theyAreToldApartByState() {
        Meeting upcoming = aMeeting().addedTo(stores());
        Meeting live = aMeeting().startedAt(NOON).addedTo(stores());
        Meeting ended = aMeeting().startedAt(NOON).endedAt(NOON).addedTo(stores());
        Meeting neverStarted = aMeeting().endedAt(NOON).addedTo(stores());

        assertThat(list(in(State.UPCOMING)).meetings()).containsExactly(upcoming);
        assertThat(list(in(State.LIVE)).meetings()).containsExactly(live);
        assertThat(list(in(State.ENDED)).meetings()).containsExactlyInAnyOrder(ended, neverStarted);
    }

    @Test
    default void aSpanOfTimeIncludesItsBeginAndNotItsEnd() {
        aMeeting().startingAt(inHours(1).minusMillis(1)).addedTo(stores());
        Meeting begin = aMeeting().startingAt(inHours(1)).addedTo(stores());
        Meeting last = aMeeting().startingAt(inHours(2).minusMillis(1)).addedTo(stores());
        aMeeting().startingAt(inHours(2)).addedTo(stores());

        var query = new MeetingQuery(none(), Optional.of(inHours(1)), Optional.of(inHours(2)), none(), none(), 10);
        assertThat(list(query).meetings()).containsExactly(last, begin);
    }

    @Test
    default void anExternalIdIsMatchedToTheLetter() {
        Meeting one = called("100%_A");
        Meeting again = called("100%_A");
        called("100%_a");
        called("100xxA");
        aMeeting().addedTo(stores());

        var query = new MeetingQuery(none(), none(), none(), Optional.of("100%_A"), none(), 10);
        assertThat(list(query).meetings()).containsExactlyInAnyOrder(one, again);
    }

    @Test
    default void aPageThatHoldsAllHasNoNext() {
        aMeeting().startingAt(inHours(1)).addedTo(stores());
        aMeeting().startingAt(inHours(2)).addedTo(stores());

        assertThat(list(MeetingQuery.all(2)).next()).isEmpty();
        assertThat(list(MeetingQuery.all(1)).next()).isPresent();
    }

    @Test
    default void pagesNeitherSkipNorRepeatWhileMeetingsComeAndGo() {
        List<Meeting> there = IntStream.range(0, 25)
                .mapToObj(i -> aMeeting().startingAt(inHours(i)).addedTo(stores()))
                .toList();

        List<Meeting> listed = listAll(MeetingQuery.all(4), page -> {
            Instant time = page.getLast().schedule().at();
            aMeeting().startingAt(time.plusSeconds(1)).addedTo(stores());
            aMeeting().startingAt(inHours(1_000)).addedTo(stores());
            stores().meetings()
                    .change(
                            TENANT,
                            page.getFirst().link(),
                            it -> it.end(it.history().created()));
        });

        assertThat(listed).containsExactlyElementsOf(there.reversed());
    }

    @Test
    default void meetingsAtTheSameTimeAreNeitherSkippedNorRepeated() {
        List<Meeting> there = IntStream.range(0, 23)
                .mapToObj(i -> aMeeting().linked((i % 2 == 0 ? "a" : "B") + i).addedTo(stores()))
                .toList();

        assertThat(listAll(MeetingQuery.all(3), page -> {})).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    default void filtersGoOnFromPageToPage() {
        List<Meeting> live = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            aMeeting().startingAt(inHours(i)).addedTo(stores());
            live.add(aMeeting().startingAt(inHours(i)).startedAt(NOON).addedTo(stores()));
        }
        var query = new MeetingQuery(
                Optional.of(State.LIVE), Optional.of(inHours(1)), Optional.of(inHours(11)), none(), none(), 3);

        assertThat(listAll(query, page -> {}))
                .containsExactlyElementsOf(live.subList(1, 11).reversed());
    }

    private List<Meeting> listAll(MeetingQuery query, Consumer<List<Meeting>> between) {
        var listed = new ArrayList<Meeting>();
        Optional<MeetingQuery> next = Optional.of(query);
        while (next.isPresent()) {
            MeetingPage page = list(next.get());
            assertThat(page.meetings()).isNotEmpty().hasSizeLessThanOrEqualTo(query.limit());
            listed.addAll(page.meetings());
            between.accept(page.meetings());
            next = page.next().map(query::after);
        }
        return listed;
    }

    private MeetingPage list(MeetingQuery query) {
        return stores().meetings().list(TENANT, query);
    }

    private Meeting called(String externalId) {
        return aMeeting().described(new Details(null, externalId, Map.of())).addedTo(stores());
    }

    private static MeetingQuery in(State state) {
        return new MeetingQuery(Optional.of(state), none(), none(), none(), none(), 10);
    }

    private static Instant inHours(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }
}
