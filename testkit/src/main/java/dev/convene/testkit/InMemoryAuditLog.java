package dev.convene.testkit;

import dev.convene.core.audit.AuditEntry;
import dev.convene.core.audit.AuditHead;
import dev.convene.core.audit.AuditLog;
import dev.convene.core.audit.AuditPage;
import dev.convene.core.audit.AuditQuery;
import dev.convene.core.audit.SealedEntry;
import dev.convene.core.meeting.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The log in a list. Thread-safe. */
public final class InMemoryAuditLog implements AuditLog {

    private final List<SealedEntry> log = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private AuditHead head = AuditHead.START;

    @Override
    public synchronized void append(List<AuditEntry> entries) {
        for (AuditEntry entry : entries) {
            if (ids.add(entry.id())) {
                SealedEntry sealed = head.seal(entry);
                log.add(sealed);
                head = AuditHead.at(sealed);
            }
        }
    }

    @Override
    public synchronized AuditPage list(TenantId tenant, AuditQuery query) {
        List<SealedEntry> oneMore = log.reversed().stream()
                .filter(it -> it.entry().subject().tenant().equals(tenant) && fits(it, query))
                .limit(query.limit() + 1L)
                .toList();
        return AuditPage.of(oneMore, query.limit());
    }

    @Override
    public synchronized List<SealedEntry> after(long position, int limit) {
        return log.stream().filter(it -> it.position() > position).limit(limit).toList();
    }

    @Override
    public synchronized AuditHead head() {
        return head;
    }

    private static boolean fits(SealedEntry sealed, AuditQuery query) {
        AuditEntry entry = sealed.entry();
        return query.entityId().map(entry.subject().entityId()::equals).orElse(true)
                && query.actor().map(entry.actor()::equals).orElse(true)
                && query.action().map(it -> it == entry.action()).orElse(true)
                && query.from().map(it -> !entry.actedAt().isBefore(it)).orElse(true)
                && query.to().map(entry.actedAt()::isBefore).orElse(true)
                && query.before().map(it -> sealed.position() < it).orElse(true);
    }
}
