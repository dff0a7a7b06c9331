package dev.convene.core.audit;

import java.util.List;

/**
 * Carries entries from the outbox to the log. It may be stopped at any point and run by several nodes at once: what arrived
 * and was not yet forgotten is carried again, and passed over by its id.
 */
public final class AuditCarrier {

    private static final int BATCH = 200;

    private final AuditOutbox outbox;
    private final AuditLog log;

    public AuditCarrier(AuditOutbox outbox, AuditLog log) {
        this.outbox = outbox;
        this.log = log;
    }

    /** Carries all that wait now. */
    public void carry() {
        List<AuditEntry> waiting;
        do {
            waiting = outbox.waiting(BATCH);
            if (!waiting.isEmpty()) {
                log.append(waiting);
                outbox.remove(waiting.stream().map(AuditEntry::id).toList());
            }
        } while (waiting.size() == BATCH);
    }
}
