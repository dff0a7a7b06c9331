package dev.convene.core.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Room ROOM = new Room(new ProviderName("fake"), new RoomId("room"));
    private static final Participant ADA = new Participant("ada", "Ada");

    @Test
    void theEarliestJoinTheLatestLeaveAndTheLastSignOfLifeCount() {
        Visit visit = joined(2).merge(left(7)).merge(joined(1)).merge(left(8)).merge(seen(9));

        assertThat(visit).isEqualTo(visit(ADA, at(1), at(8), at(9)));
    }

    @Test
    void mergingIsCommutativeAssociativeAndIdempotent() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Visit a = anyReport(random);
            Visit b = anyReport(random);
            Visit c = anyReport(random);

            assertThat(a.merge(b)).as("seed %d: %s, %s", seed, a, b).isEqualTo(b.merge(a));
            assertThat(a.merge(b).merge(c))
                    .as("seed %d: %s, %s, %s", seed, a, b, c)
                    .isEqualTo(a.merge(b.merge(c)));
            assertThat(a.merge(a)).as("seed %d: %s", seed, a).isEqualTo(a);
        }
    }

    @Test
    void everyOrderOfManyReportsMakesTheSameVisit() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var reports = new ArrayList<Visit>();
        for (int i = 0; i < 20; i++) {
            reports.add(anyReport(random));
        }
        Visit first = reports.stream().reduce(Visit::merge).orElseThrow();
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(reports, random);
            assertThat(reports.stream().reduce(Visit::merge))
                    .as("seed %d: %s", seed, reports)
                    .contains(first);
        }
    }

    @Test
    void aNameThatChangedOnTheWayIsThatOfTheEarliestJoin() {
        var renamed = new Participant("ada", "Countess");
        Visit late = visit(renamed, at(2), null, at(2));
        Visit leave = visit(renamed, null, at(9), at(9));

        assertThat(leave.merge(late).merge(joined(1)).participant()).isEqualTo(ADA);
        assertThat(joined(1).merge(late).merge(leave).participant()).isEqualTo(ADA);
    }

    @Test
    void visitsOfTwoConnectionsCannotBeMerged() {
        var other = new Visit(ROOM, new ConnectionId("other"), ADA, NOON, null, NOON);
        var elsewhere = new Visit(
                new Room(ROOM.provider(), new RoomId("elsewhere")), new ConnectionId("c"), ADA, NOON, null, NOON);

        for (Visit it : List.of(other, elsewhere)) {
            assertThatThrownBy(() -> joined(0).merge(it)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void itBeganWithItsJoinElseWithWhatIsKnown() {
        assertThat(joined(1).merge(left(5)).start()).isEqualTo(at(1));
        assertThat(left(5).start()).isEqualTo(at(5));
        assertThat(seen(3).start()).isEqualTo(at(3));
    }

    @Test
    void itEndedAsReportedElseWithTheMeetingElseItGoesOn() {
        assertThat(joined(1).merge(left(5)).end(at(9))).isEqualTo(at(5));
        assertThat(joined(1).end(at(9))).isEqualTo(at(9));
        assertThat(joined(1).end(null)).isNull();
    }

    @Test
    void itNeverEndedBeforeItBegan() {
        assertThat(joined(5).merge(left(1)).end(null)).isEqualTo(at(5));
        assertThat(joined(5).end(at(1))).isEqualTo(at(5));
    }

    /** A join names the person; a leave may or may not, and perhaps under another name. */
    private static Visit anyReport(Random random) {
        Instant time = at(random.nextInt(4));
        var named = new Participant("ada", "Ada " + random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 -> visit(named, time, null, time);
            case 1 -> visit(named, null, time, time);
            case 2 -> visit(null, null, time, time);
            default -> visit(null, null, null, time);
        };
    }

    private static Visit joined(int minute) {
        return visit(ADA, at(minute), null, at(minute));
    }

    private static Visit left(int minute) {
        return visit(null, null, at(minute), at(minute));
    }

    private static Visit seen(int minute) {
        return visit(null, null, null, at(minute));
    }

    private static Visit visit(
            @Nullable Participant who, @Nullable Instant joined, @Nullable Instant left, Instant seen) {
        return new Visit(ROOM, new ConnectionId("c"), who, joined, left, seen);
    }

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }
}
