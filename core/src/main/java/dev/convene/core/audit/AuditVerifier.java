package dev.convene.core.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whether somebody changed the log. */
public final class AuditVerifier {

    /** An entry that waits longer is not on its way: something is wrong. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final int BATCH = 500;

    private final AuditOutbox outbox;
    private final AuditLog log;
    private final Clock clock;

    public AuditVerifier(AuditOutbox outbox, AuditLog log, Clock clock) {
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param last the last entry's place, to be noted elsewhere and given to the next {@link #verify}
     * @param faults in words for an operator, in the order of the log; empty if all is well
     */
    public record Verdict(AuditHead last, List<String> faults) {}

    /** @param noted the last place of an earlier run */
    public Verdict verify(Optional<AuditHead> noted) {
        // read first: entries may be added while this goes on
        AuditHead head = log.head();
        var walk = new Walk(noted);
        List<SealedEntry> entries;
        do {
            entries = log.after(walk.last.position(), BATCH);
            entries.forEach(walk::next);
        } while (!entries.isEmpty());
        walk.end(head);
        outbox.waiting(1).forEach(it -> lateness(it).ifPresent(walk.faults::add));
        return new Verdict(walk.last, walk.faults);
    }

    private Optional<String> lateness(AuditEntry oldest) {
        Instant due = oldest.actedAt().plus(LONGEST_WAIT);
        return clock.instant().isAfter(due)
                ? Optional.of("Entries have been waiting to be sealed since " + oldest.actedAt()
                        + ": no server is running, or it does not reach the log.")
                : Optional.empty();
    }

    /** From entry to entry. After a fault it goes on from what is there, so that each is named once. */
    private static final class Walk {

        private final Optional<AuditHead> noted;
        private final List<String> faults = new ArrayList<>();
        private AuditHead last = AuditHead.START;

        Walk(Optional<AuditHead> noted) {
            this.noted = noted;
        }

        void next(SealedEntry found) {
            long expected = last.position() + 1;
            if (found.position() != expected) {
                faults.add("Entries %d to %d are missing.".formatted(expected, found.position() - 1));
            } else if (!last.seal(found.entry()).hash().equals(found.hash())) {
                faults.add("Entry %d is not what was written there, or not where: %s of %s by %s."
                        .formatted(
                                found.position(),
                                found.entry().action(),
                                found.entry().subject().entityId(),
                                found.entry().actor()));
            }
            last = AuditHead.at(found);
            noted.filter(it -> it.position() == found.position())
                    .filter(it -> !it.hash().equals(found.hash()))
                    .ifPresent(it ->
                            faults.add("Entry %d is another than the one noted down: the log up to there was rewritten."
                                    .formatted(it.position())));
        }

        void end(AuditHead head) {
            if (last.position() < head.position()) {
                faults.add("Entries %d to %d are missing.".formatted(last.position() + 1, head.position()));
            }
            noted.filter(it -> it.position() > Math.max(last.position(), head.position()))
                    .ifPresent(it -> faults.add("The log ended at entry %d or later once, and ends at %d now."
                            .formatted(it.position(), last.position())));
        }
    }
}
