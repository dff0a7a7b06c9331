package dev.convene.testkit;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.attendance.PersonAttendance;
import dev.convene.core.provider.ProviderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Plays one meeting and lets its events arrive in a great many orders, each 1 to 5 times: the attendance must be the same
 * every time. Extend it by a test class that returns your stores, emptied, from {@link #emptyStores()}, which is called for each order; fewer {@link
 * #orders()} do where each takes long.
 */
public abstract class AttendanceOrderKit {

    /** Stores with nothing in them. Called before each order. */
    protected abstract Stores emptyStores();

    /** How many orders are tried. */
    protected int orders() {
        return 1_000;
    }

    /** Where chance begins. A failure tells its seed: return that to see it again in the first order. */
    protected long seed() {
        return System.nanoTime();
    }

    @Test
    void whileTheMeetingGoesOnEveryOrderMakesTheSameAttendanceAndReconciliationMakesItTrue() {
        long seed = seed();
        for (long i = seed; i < seed + orders(); i++) {
            var convene = new TestConvene(emptyStores());
            var script = new ScriptedMeeting(convene);
            deliverShuffled(convene, script.events(), new Random(i));
            assertThat(stays(convene, script)).as("seed %d", i).isEqualTo(ScriptedMeeting.truthOfEvents());

            reconcile(convene, script);
            assertThat(stays(convene, script)).as("seed %d, reconciled", i).isEqualTo(ScriptedMeeting.truth());
            assertThat(presence(convene, script)).as("seed %d", i).isEqualTo(ScriptedMeeting.presence());
        }
    }

    @Test
    void ofAMeetingThatAModeratorEndedEveryOrderMakesTheSameAttendance() {
        long seed = seed();
        for (long i = seed; i < seed + orders(); i++) {
            var convene = new TestConvene(emptyStores());
            var script = new ScriptedMeeting(convene);
            script.end();
            deliverShuffled(convene, script.events(), new Random(i));

            assertThat(stays(convene, script)).as("seed %d", i).isEqualTo(ScriptedMeeting.truthOfEventsAndEnd());
            convene.reconciler().reconcile();
            assertThat(stays(convene, script))
                    .as("seed %d, reconciled", i)
                    .isEqualTo(ScriptedMeeting.truthOfEventsAndEnd());
        }
    }

    private static void deliverShuffled(TestConvene convene, List<ProviderEvent> events, Random random) {
        var arriving = new ArrayList<ProviderEvent>();
        events.forEach(it -> arriving.addAll(Collections.nCopies(1 + random.nextInt(5), it)));
        Collections.shuffle(arriving, random);
        convene.deliver(arriving);
    }

    private static void reconcile(TestConvene convene, ScriptedMeeting script) {
        script.signsOfLife()
                .forEach((at, connected) ->
                        convene.inbox().stillConnected(convene.provider().name(), connected, at));
        convene.reconciler().reconcile();
    }

    private static Map<String, List<String>> stays(TestConvene convene, ScriptedMeeting script) {
        return people(
                convene,
                script,
                person -> person.visits().stream()
                        .map(it -> it.joinedAt() + "/" + it.leftAt())
                        .toList());
    }

    private static Map<String, Duration> presence(TestConvene convene, ScriptedMeeting script) {
        Instant now = convene.clock().instant();
        return people(convene, script, person -> person.presence(now));
    }

    private static <T> Map<String, T> people(
            TestConvene convene, ScriptedMeeting script, Function<PersonAttendance, T> what) {
        return convene.attendanceOf(script.meeting()).people().stream()
                .collect(toMap(it -> it.participant().identity(), what));
    }
}
