package dev.convene.testkit;

import static dev.convene.testkit.ExampleEntry.anEntry;
import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.SettableClock.NOON;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.audit.AuditAction;
import dev.convene.core.audit.AuditEntry;
import dev.convene.core.audit.AuditHead;
import dev.convene.core.audit.AuditLog;
import dev.convene.core.audit.AuditPage;
import dev.convene.core.audit.AuditQuery;
import dev.convene.core.audit.AuditSubject;
import dev.convene.core.audit.SealedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AuditLog} must do. Extend it by a test class that returns your log, without an entry, from
 * {@link #emptyLog()}; every test is inherited.
 */
public abstract class AuditLogCompatibilityKit {

    private AuditLog log;

    /** Called once before each test. */
    protected abstract AuditLog emptyLog();

    @BeforeEach
    final void begin() {
        log = emptyLog();
    }

    @Test
    public void anEmptyLogEndsAtItsStart() {
        assertThat(log.head()).isEqualTo(AuditHead.START);
        assertThat(log.after(0, 10)).isEmpty();
        assertThat(log.list(TENANT, AuditQuery.all(10)).entries()).isEmpty();
    }

    @Test
    public void entriesAreChainedInTheOrderGiven() {
        List<AuditEntry> entries = entries(5);
        log.append(entries.subList(0, 2));
        log.append(entries.subList(2, 5));

        assertThat(log.after(0, 10)).extracting(SealedEntry::entry).containsExactlyElementsOf(entries);
        assertThatAllAreChained(5);
    }

    @Test
    public void whatIsThereAlreadyIsPassedOver() {
        List<AuditEntry> entries = entries(4);
        log.append(entries.subList(0, 3));

        log.append(entries);
        log.append(entries);

        assertThat(log.after(0, 10)).extracting(SealedEntry::entry).containsExactlyElementsOf(entries);
        assertThatAllAreChained(4);
    }

    @Test
    public void batchesThatOverlapAndComeAtOnceMakeOneChain() {
        List<AuditEntry> entries = entries(60);

        AtOnce.run(12, i -> {
            log.append(entries.subList(i * 4, i * 4 + 16));
            return i;
        });

        assertThat(log.after(0, 100)).extracting(SealedEntry::entry).containsExactlyInAnyOrderElementsOf(entries);
        assertThatAllAreChained(60);
    }

    @Test
    public void everyFieldIsKeptAsItWas() {
        var subject = new AuditSubject(TENANT, "session_attendees", "Session_Attendees_Logs", "c".repeat(128));
        String text =
                "{\"n\": 1.50,\n \"s\":\"%s\"}".formatted(HostileText.all().collect(joining(" ")));
        var insert = new AuditEntry(
                "1", AuditAction.INSERT_ONE, subject, NOON.plusMillis(7), "a".repeat(1024), null, null, text);
        var delete = new AuditEntry("2", AuditAction.DELETE_ONE, subject, NOON, "ada", "r".repeat(128), text, null);

        log.append(List.of(insert, delete));

        assertThat(log.after(0, 10)).extracting(SealedEntry::entry).containsExactly(insert, delete);
        assertThatAllAreChained(2);
    }

    @Test
    public void aTenantSeesItsOwnTheLatestFirst() {
        AuditEntry first = anEntry().build();
        AuditEntry second = anEntry().build();
        AuditEntry foreign = anEntry().of(OTHER_TENANT, "link").build();
        log.append(List.of(first, foreign, second));

        assertThat(found(AuditQuery.all(10))).containsExactly(second, first);
        assertThat(log.list(OTHER_TENANT, AuditQuery.all(10)).entries())
                .extracting(SealedEntry::entry)
                .containsExactly(foreign);
    }

    @Test
    public void entriesAreFoundByWhatTheyAreAbout() {
        AuditEntry created =
                anEntry().of(TENANT, "a").doing(AuditAction.INSERT_ONE).build();
        AuditEntry byBob = anEntry().of(TENANT, "a").by("bob").build();
        AuditEntry other = anEntry().of(TENANT, "b").build();
        AuditEntry later = anEntry().of(TENANT, "b").at(NOON.plusSeconds(60)).build();
        log.append(List.of(created, byBob, other, later));
        Optional<String> none = Optional.empty();

        assertThat(found(query(Optional.of("a"), none))).containsExactly(byBob, created);
        assertThat(found(query(none, Optional.of("bob")))).containsExactly(byBob);
        assertThat(found(query(Optional.of("b"), Optional.of("bob")))).isEmpty();
        assertThat(found(new AuditQuery(
                        none,
                        none,
                        Optional.of(AuditAction.INSERT_ONE),
                        Optional.of(NOON),
                        Optional.of(NOON.plusMillis(1)),
                        Optional.empty(),
                        10)))
                .containsExactly(created);
        assertThat(found(new AuditQuery(
                        none,
                        none,
                        Optional.empty(),
                        Optional.of(NOON.plusSeconds(60)),
                        Optional.empty(),
                        Optional.empty(),
                        10)))
                .containsExactly(later);
    }

    @Test
    public void pagesFollowOneAnotherWithoutAGap() {
        List<AuditEntry> entries = entries(7);
        log.append(entries);

        var seen = new ArrayList<AuditEntry>();
        AuditQuery query = AuditQuery.all(3);
        AuditPage page;
        do {
            page = log.list(TENANT, query);
            page.entries().forEach(it -> seen.add(it.entry()));
            query = page.next().map(query::before).orElse(query);
        } while (page.next().isPresent());

        assertThat(seen).containsExactlyElementsOf(entries.reversed());
    }

    private List<AuditEntry> found(AuditQuery query) {
        return log.list(TENANT, query).entries().stream()
                .map(SealedEntry::entry)
                .toList();
    }

    private static AuditQuery query(Optional<String> entity, Optional<String> actor) {
        return new AuditQuery(
                entity, actor, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10);
    }

    private static List<AuditEntry> entries(int count) {
        return IntStream.range(0, count).mapToObj(i -> anEntry().build()).toList();
    }

    private void assertThatAllAreChained(int count) {
        AuditHead last = AuditHead.START;
        for (SealedEntry it : log.after(0, 1000)) {
            assertThat(it).isEqualTo(last.seal(it.entry()));
            last = AuditHead.at(it);
        }
        assertThat(last.position()).isEqualTo(count);
        assertThat(log.head()).isEqualTo(last);
    }
}
