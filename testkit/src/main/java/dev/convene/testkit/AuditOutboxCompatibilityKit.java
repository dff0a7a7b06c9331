package dev.convene.testkit;

import static dev.convene.testkit.ExampleEntry.anEntry;
import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.audit.AuditAction;
import dev.convene.core.audit.AuditEntry;
import dev.convene.core.audit.AuditOutbox;
import dev.convene.core.audit.AuditSubject;
import dev.convene.core.meeting.Meeting;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AuditOutbox} must do. Extend it by a test class that returns your
 * stores, emptied, from {@link #emptyStores()}, and their outbox; every test is inherited.
 */
public abstract class AuditOutboxCompatibilityKit extends StoresKit {

    private AuditOutbox outbox;

    /** The outbox of those stores, with nothing in it. */
    protected abstract AuditOutbox outboxOf(Stores stores);

    @BeforeEach
    final void empty() {
        outbox = outboxOf(stores());
    }

    @Test
    public void anEntryIsKeptWithItsTransaction() {
        AuditEntry entry = anEntry().build();

        stores().transaction().inOne(() -> outbox.add(entry));

        assertThat(outbox.waiting(10)).containsExactly(entry);
    }

    @Test
    public void anEntryOfATransactionThatFailsIsNot() {
        assertThatThrownBy(() -> stores().transaction().inOne(() -> {
                    aMeeting().addedTo(stores());
                    outbox.add(anEntry().build());
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(outbox.waiting(10)).isEmpty();
    }

    @Test
    public void everyFieldIsKeptAsItWas() {
        var subject = new AuditSubject(TENANT, "session_attendees", "Session_Attendees_Logs", "c".repeat(128));
        String text =
                "{\"n\": 1.50,\n \"s\":\"%s\"}".formatted(HostileText.all().collect(joining(" ")));
        var insert = new AuditEntry(
                "1", AuditAction.INSERT_ONE, subject, NOON.plusMillis(7), "a".repeat(1024), null, null, text);
        var delete = new AuditEntry("2", AuditAction.DELETE_ONE, subject, NOON, "ada", "r".repeat(128), text, null);

        outbox.add(insert);
        outbox.add(delete);

        assertThat(outbox.waiting(10)).containsExactly(insert, delete);
    }

    @Test
    public void theOldestComeFirstAndNoMoreThanAskedFor() {
        List<AuditEntry> entries =
                List.of(anEntry().build(), anEntry().build(), anEntry().build());
        entries.forEach(outbox::add);

        assertThat(outbox.waiting(2)).containsExactlyElementsOf(entries.subList(0, 2));
    }

    @Test
    public void whatIsRemovedWaitsNoMore() {
        AuditEntry arrived = anEntry().build();
        AuditEntry waiting = anEntry().build();
        outbox.add(arrived);
        outbox.add(waiting);

        outbox.remove(List.of(arrived.id(), "unknown"));
        outbox.remove(List.of());

        assertThat(outbox.waiting(10)).containsExactly(waiting);
    }

    @Test
    public void changesOfOneRecordThatAreMadeAtOnceWaitInTheirOrder() {
        var convene = TestAudit.on(stores(), outbox);
        Meeting meeting = aMeeting().build();
        convene.meetings().add(meeting);

        AtOnce.run(24, i -> convene.retitle(meeting, "Title " + i));

        List<AuditEntry> waiting = outbox.waiting(100);
        assertThat(waiting).hasSize(25);
        assertThat(new HashSet<>(waiting)).hasSize(25);
        for (int i = 1; i < waiting.size(); i++) {
            assertThat(waiting.get(i).before()).isEqualTo(waiting.get(i - 1).after());
        }
    }
}
