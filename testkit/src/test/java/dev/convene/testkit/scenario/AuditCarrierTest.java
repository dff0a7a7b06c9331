package dev.convene.testkit.scenario;

import static dev.convene.testkit.ExampleEntry.anEntry;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.audit.AuditCarrier;
import dev.convene.core.audit.AuditEntry;
import dev.convene.core.audit.AuditHead;
import dev.convene.core.audit.AuditLog;
import dev.convene.core.audit.AuditOutbox;
import dev.convene.core.audit.AuditPage;
import dev.convene.core.audit.AuditQuery;
import dev.convene.core.audit.AuditVerifier;
import dev.convene.core.audit.SealedEntry;
import dev.convene.core.meeting.TenantId;
import dev.convene.testkit.AtOnce;
import dev.convene.testkit.InMemoryAuditLog;
import dev.convene.testkit.InMemoryAuditOutbox;
import dev.convene.testkit.SettableClock;
import dev.convene.testkit.Stores;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditCarrierTest {

    private final AuditOutbox outbox = InMemoryAuditOutbox.of(Stores.inMemory());
    private final AuditLog log = new InMemoryAuditLog();
    private final SettableClock clock = new SettableClock();

    @Test
    void everythingThatWaitsArrivesInOrderHoweverMuchItIs() {
        List<AuditEntry> entries = added(450);

        new AuditCarrier(outbox, log).carry();

        assertThat(arrived()).containsExactlyElementsOf(entries);
        assertThat(outbox.waiting(1)).isEmpty();
        assertThat(faults()).isEmpty();
    }

    @Test
    void whatArrivedButWasNotForgottenArrivesOnce() {
        List<AuditEntry> entries = added(3);
        assertThatThrownBy(() -> new AuditCarrier(new Forgetless(outbox), log).carry());

        new AuditCarrier(outbox, log).carry();

        assertThat(arrived()).containsExactlyElementsOf(entries);
        assertThat(outbox.waiting(1)).isEmpty();
    }

    @Test
    void whileTheLogIsOutOfReachEntriesWait() {
        List<AuditEntry> entries = added(3);

        assertThatThrownBy(() -> new AuditCarrier(outbox, new OutOfReach()).carry())
                .hasMessage("out of reach");

        assertThat(outbox.waiting(10)).containsExactlyElementsOf(entries);
    }

    @Test
    void severalCarriersAtOnceBringEachEntryOnce() {
        List<AuditEntry> entries = added(300);

        AtOnce.run(4, i -> {
            new AuditCarrier(outbox, log).carry();
            return i;
        });

        assertThat(arrived()).containsExactlyElementsOf(entries);
        assertThat(faults()).isEmpty();
    }

    @Test
    void entriesThatWaitTooLongAreAFault() {
        outbox.add(anEntry().at(NOON).build());

        clock.set(NOON.plus(Duration.ofMinutes(5)));
        assertThat(faults()).isEmpty();
        clock.set(NOON.plus(Duration.ofMinutes(5)).plusMillis(1));
        assertThat(faults()).singleElement().asString().contains("waiting", NOON.toString());
    }

    private List<AuditEntry> added(int count) {
        List<AuditEntry> entries =
                IntStream.range(0, count).mapToObj(i -> anEntry().build()).toList();
        entries.forEach(outbox::add);
        return entries;
    }

    private List<AuditEntry> arrived() {
        return log.after(0, 1000).stream().map(SealedEntry::entry).toList();
    }

    private List<String> faults() {
        return new AuditVerifier(outbox, log, clock).verify(Optional.empty()).faults();
    }

    /** Stops before it forgets what arrived. */
    private record Forgetless(AuditOutbox outbox) implements AuditOutbox {

        @Override
        public void add(AuditEntry entry) {
            outbox.add(entry);
        }

        @Override
        public List<AuditEntry> waiting(int limit) {
            return outbox.waiting(limit);
        }

        @Override
        public void remove(Collection<String> ids) {
            throw new IllegalStateException("killed");
        }
    }

    private record OutOfReach() implements AuditLog {

        @Override
        public void append(List<AuditEntry> entries) {
            throw new IllegalStateException("out of reach");
        }

        @Override
        public AuditPage list(TenantId tenant, AuditQuery query) {
            throw new IllegalStateException("out of reach");
        }

        @Override
        public List<SealedEntry> after(long position, int limit) {
            throw new IllegalStateException("out of reach");
        }

        @Override
        public AuditHead head() {
            throw new IllegalStateException("out of reach");
        }
    }
}
