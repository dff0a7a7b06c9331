package dev.convene.core.audit;

import dev.convene.core.attendance.Visit;
import dev.convene.core.attendance.Visits;
import dev.convene.core.audit.AuditTrail.States;
import dev.convene.core.event.EventStores;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.store.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Visits whose every change is in the audit log: both are kept, or neither. */
public final class AuditedVisits implements Visits {

    private final Visits visits;
    private final Transaction transaction;
    private final RoomOwners owners;
    private final AuditTrail trail;
    private final PersonNames names;

    /** @param stores whose transaction covers the trail's outbox as well */
    public AuditedVisits(EventStores stores, RoomOwners owners, AuditTrail trail, PersonNames names) {
        this.visits = stores.visits();
        this.transaction = stores.transaction();
        this.owners = owners;
        this.trail = trail;
        this.names = names;
    }

    @Override
    public Merged merge(Visit visit) {
        var merged = new AtomicReference<Merged>();
        transaction.inOne(() -> {
            merged.set(visits.merge(visit));
            if (!merged.get().after().equals(merged.get().before())) {
                record(merged.get());
            }
        });
        return merged.get();
    }

    private void record(Merged merged) {
        Visit before = merged.before();
        Visit after = merged.after();
        TenantId tenant = owners.tenantOf(after.room())
                .orElseThrow(() -> new IllegalStateException("No meeting has the room " + after.room()));
        var states = new States(before == null ? null : Snapshots.of(before, names), Snapshots.of(after, names));
        String person = after.participant() == null ? null : after.participant().identity();
        trail.add(AuditSubject.visit(tenant, after.connection().value()), states, person);
    }

    /** A sign of life changes nothing that anybody did: it is not recorded. */
    @Override
    public void seen(ProviderName provider, Collection<ConnectionId> connections, Instant at) {
        visits.seen(provider, connections, at);
    }

    @Override
    public boolean knows(Room room) {
        return visits.knows(room);
    }

    @Override
    public List<NumberedVisit> of(MeetingLink link) {
        return visits.of(link);
    }

    @Override
    public List<Visit> open(ProviderName provider, int limit) {
        return visits.open(provider, limit);
    }
}
