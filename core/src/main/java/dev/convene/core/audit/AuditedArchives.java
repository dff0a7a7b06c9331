package dev.convene.core.audit;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveKey;
import dev.convene.core.archive.ArchivePage;
import dev.convene.core.archive.ArchiveProblem;
import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.archive.ArchiveStores;
import dev.convene.core.archive.Archives;
import dev.convene.core.audit.AuditTrail.States;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Archives whose every change is in the audit log: both are kept, or neither. */
public final class AuditedArchives implements Archives {

    private final Archives archives;
    private final Transaction transaction;
    private final AuditTrail trail;

    /** @param stores whose transaction covers the trail's outbox as well */
    public AuditedArchives(ArchiveStores stores, AuditTrail trail) {
        this.archives = stores.archives();
        this.transaction = stores.transaction();
        this.trail = trail;
    }

    @Override
    public void add(Archive archive) {
        transaction.inOne(() -> {
            archives.add(archive);
            record(null, archive, archive.origin().requested().by());
        });
    }

    @Override
    public void remove(ArchiveKey key) {
        transaction.inOne(() -> current(key).ifPresent(it -> {
            archives.remove(key);
            record(it, null, null);
        }));
    }

    @Override
    public Archive change(ArchiveKey key, UnaryOperator<Archive> change) {
        var before = new AtomicReference<Archive>();
        var after = new AtomicReference<Archive>();
        transaction.inOne(() -> {
            after.set(archives.change(key, it -> {
                // called again after a conflict: the last is the one that counts
                before.set(it);
                return change.apply(it);
            }));
            if (!after.get().equals(before.get())) {
                record(before.get(), after.get(), null);
            }
        });
        return after.get();
    }

    /** A deleted one is kept, but its files are gone: it is recorded as deleted. */
    private void record(@Nullable Archive before, @Nullable Archive after, @Nullable String actor) {
        Archive known = after != null ? after : before;
        if (known == null) {
            throw new IllegalArgumentException("An archive was there before or is now");
        }
        boolean deleted = after == null || after.status() == ArchiveStatus.DELETED;
        var subject = AuditSubject.archive(known.origin().tenant(), known.key().value());
        trail.add(subject, new States(state(before), deleted ? null : state(after)), actor);
    }

    private static @Nullable Map<String, @Nullable Object> state(@Nullable Archive archive) {
        return archive == null ? null : ArchiveSnapshots.of(archive);
    }

    private Optional<Archive> current(ArchiveKey key) {
        try {
            return Optional.of(archives.change(key, it -> it));
        } catch (ArchiveProblem.Unknown e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Archive> find(TenantId tenant, String id) {
        return archives.find(tenant, id);
    }

    @Override
    public Optional<Archive> findByProviderId(ProviderName provider, ArchiveId id) {
        return archives.findByProviderId(provider, id);
    }

    @Override
    public Optional<Archive> oldestUnconfirmed(Room room) {
        return archives.oldestUnconfirmed(room);
    }

    @Override
    public ArchivePage list(TenantId tenant, ArchiveQuery query) {
        return archives.list(tenant, query);
    }

    @Override
    public List<Archive> unsettled(ProviderName provider, Instant comparedBefore, int limit) {
        return archives.unsettled(provider, comparedBefore, limit);
    }

    /** Changes nothing that anybody did: it is not recorded. */
    @Override
    public void compared(ArchiveKey key, Instant at) {
        archives.compared(key, at);
    }
}
