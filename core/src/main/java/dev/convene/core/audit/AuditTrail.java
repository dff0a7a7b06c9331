package dev.convene.core.audit;

import dev.convene.core.meeting.TenantId;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes entries of changes, for the decorators of the stores. Thread-safe. */
public final class AuditTrail {

    private final AuditOutbox outbox;
    private final AuditOrigin origin;
    private final Function<Map<String, @Nullable Object>, String> json;
    private final Clock clock;

    /** @param json writes a JSON object */
    public AuditTrail(
            AuditOutbox outbox, AuditOrigin origin, Function<Map<String, @Nullable Object>, String> json, Clock clock) {
        this.outbox = outbox;
        this.origin = origin;
        this.json = json;
        this.clock = clock;
    }

    /** A record as it was and as it is now. */
    record States(
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {

        AuditAction action() {
            if (before == null) {
                return AuditAction.INSERT_ONE;
            }
            return after == null ? AuditAction.DELETE_ONE : AuditAction.UPDATE_ONE;
        }
    }

    /**
     * Adds the change to the transaction that is open.
     *
     * @param actor who made it, if the record itself tells; else it is whoever asked
     */
    void add(AuditSubject subject, States states, @Nullable String actor) {
        outbox.add(new AuditEntry(
                UUID.randomUUID().toString(),
                states.action(),
                subject,
                clock.instant(),
                actor != null ? actor : origin.actor().orElse(AuditEntry.NOBODY),
                origin.requestId().orElse(null),
                text(states.before()),
                text(states.after())));
    }

    /** Whose the change of something is that is no tenant's by itself. */
    TenantId tenant() {
        return origin.tenant().orElse(TenantId.DEFAULT);
    }

    private @Nullable String text(@Nullable Map<String, @Nullable Object> state) {
        return state == null ? null : json.apply(state);
    }
}
