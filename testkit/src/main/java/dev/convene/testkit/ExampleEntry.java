package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.SettableClock.NOON;

import dev.convene.core.audit.AuditAction;
import dev.convene.core.audit.AuditEntry;
import dev.convene.core.audit.AuditSubject;
import dev.convene.core.meeting.TenantId;
import java.time.Instant;
import java.util.UUID;

/** An audit entry for tests, each with an id of its own: {@code anEntry().by("ada").build()}. */
public final class ExampleEntry {

    private final String id = UUID.randomUUID().toString();
    private AuditAction action = AuditAction.UPDATE_ONE;
    private AuditSubject subject = AuditSubject.meeting(TENANT, "link");
    private Instant actedAt = NOON;
    private String actor = "ada";

    private ExampleEntry() {}

    public static ExampleEntry anEntry() {
        return new ExampleEntry();
    }

    public ExampleEntry of(TenantId tenant, String link) {
        subject = AuditSubject.meeting(tenant, link);
        return this;
    }

    public ExampleEntry by(String who) {
        actor = who;
        return this;
    }

    public ExampleEntry doing(AuditAction what) {
        action = what;
        return this;
    }

    public ExampleEntry at(Instant time) {
        actedAt = time;
        return this;
    }

    public AuditEntry build() {
        return new AuditEntry(
                id, action, subject, actedAt, actor, "request-1", "{\"title\":\"Before\"}", "{\"title\":\"After\"}");
    }
}
