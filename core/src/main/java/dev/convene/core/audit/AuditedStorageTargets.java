package dev.convene.core.audit;

import dev.convene.core.archive.ArchiveStores;
import dev.convene.core.archive.StorageTargets;
import dev.convene.core.audit.AuditTrail.States;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.StorageTarget;
import dev.convene.core.store.Transaction;
import java.util.Optional;

/** Storage targets whose every change is in the audit log of the tenant that made it: both are kept, or neither. */
public final class AuditedStorageTargets implements StorageTargets {

    private final StorageTargets targets;
    private final Transaction transaction;
    private final AuditTrail trail;

    /** @param stores whose transaction covers the trail's outbox as well */
    public AuditedStorageTargets(ArchiveStores stores, AuditTrail trail) {
        this.targets = stores.targets();
        this.transaction = stores.transaction();
        this.trail = trail;
    }

    @Override
    public Optional<StorageTarget> of(ProviderName provider) {
        return targets.of(provider);
    }

    @Override
    public void set(ProviderName provider, StorageTarget target, Stamp by) {
        transaction.inOne(() -> {
            var before = targets.of(provider).map(ArchiveSnapshots::of).orElse(null);
            targets.set(provider, target, by);
            trail.add(
                    AuditSubject.storageTarget(trail.tenant(), provider.value()),
                    new States(before, ArchiveSnapshots.of(target)),
                    by.by());
        });
    }
}
