package dev.convene.store.jpa;

import dev.convene.core.archive.StorageTargets;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.StorageTarget;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** Storage targets in {@code convene_storage_target}. */
final class JpaStorageTargets implements StorageTargets {

    private final JpaTransaction transaction;

    JpaStorageTargets(JpaTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<StorageTarget> of(ProviderName provider) {
        return transaction.call(
                entities -> Optional.ofNullable(entities.find(StorageTargetEntity.class, provider.value()))
                        .map(row -> {
                            entities.detach(row);
                            return row.storage;
                        }));
    }

    @Override
    public void set(ProviderName provider, StorageTarget target, Stamp by) {
        transaction.run(entities -> {
            StorageTargetEntity known =
                    entities.find(StorageTargetEntity.class, provider.value(), LockModeType.PESSIMISTIC_WRITE);
            StorageTargetEntity row = known == null ? new StorageTargetEntity() : known;
            row.provider = provider.value();
            row.storage = target;
            row.setBy = by.by();
            row.setAt = by.at();
            if (known == null) {
                entities.persist(row);
            }
            entities.flush();
            entities.detach(row);
        });
    }
}
