package dev.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ProviderEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Records one meeting three times and lets what the provider reports arrive in a great many orders, each 1 to 5 times: the
 * archives must be the same every time. Extend it by a test class that returns your stores, emptied, from {@link
 * #emptyStores()}, which is called for each order; fewer {@link #orders()} do where each takes long.
 */
public abstract class ArchiveOrderKit {

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
    void everyOrderOfReportsMakesTheSameArchives() {
        long seed = seed();
        for (long i = seed; i < seed + orders(); i++) {
            var random = new Random(i);
            var script = new ScriptedArchives(new TestConvene(emptyStores()), random.nextBoolean());
            script.convene().deliver(shuffled(script.play(), random));

            assertThat(script.archives()).as("seed %d", i).isEqualTo(ScriptedArchives.TRUTH);
            script.reconcile();
            assertThat(script.archives()).as("seed %d, reconciled", i).isEqualTo(ScriptedArchives.TRUTH);
        }
    }

    @Test
    void howeverManyReportsAreLostReconciliationMakesTheArchivesTrue() {
        long seed = seed();
        for (long i = seed; i < seed + orders(); i++) {
            var random = new Random(i);
            var script = new ScriptedArchives(new TestConvene(emptyStores()), random.nextBoolean());
            List<ProviderEvent> arriving = shuffled(script.play(), random);
            arriving.removeIf(it -> random.nextBoolean() && !script.isOfTheOneNobodyAskedFor(it));
            script.convene().deliver(arriving);

            script.reconcile();
            assertThat(script.archives()).as("seed %d", i).isEqualTo(ScriptedArchives.TRUTH);
        }
    }

    @Test
    void whoeverCrashesBetweenTheStartAndItsAnswerHasOneArchiveAllTheSame() {
        long seed = seed();
        for (long i = seed; i < seed + orders(); i++) {
            var random = new Random(i);
            var script = new ScriptedArchives(new TestConvene(emptyStores()), random.nextBoolean());
            script.crashAtTheFirstStart();
            script.convene().deliver(shuffled(script.play(), random));

            script.reconcile();
            assertThat(script.archivesWithoutNames()).as("seed %d", i).isEqualTo(ScriptedArchives.TRUTH_WITHOUT_NAMES);
        }
    }

    private static List<ProviderEvent> shuffled(List<ProviderEvent> events, Random random) {
        var arriving = new ArrayList<ProviderEvent>();
        events.forEach(it -> arriving.addAll(Collections.nCopies(1 + random.nextInt(5), it)));
        Collections.shuffle(arriving, random);
        return arriving;
    }
}
