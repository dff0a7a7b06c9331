package dev.convene.testkit;

import dev.convene.core.archive.StorageTargets;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.StorageTarget;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Storage targets in a map. Thread-safe. */
final class InMemoryStorageTargets implements StorageTargets {

    private final InMemoryTransaction transaction;
    private final Map<ProviderName, StorageTarget> targets = new HashMap<>();

    InMemoryStorageTargets(InMemoryTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<StorageTarget> of(ProviderName provider) {
        return transaction.alone(() -> Optional.ofNullable(targets.get(provider)));
    }

    @Override
    public void set(ProviderName provider, StorageTarget target, Stamp by) {
        transaction.inOne(() -> transaction.put(targets, provider, target));
    }
}
