package dev.convene.store.jpa;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveKey;
import dev.convene.core.archive.ArchivePage;
import dev.convene.core.archive.ArchiveProblem.Unknown;
import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.archive.Archives;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderName;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Archives in {@code convene_archive}. The rule by which reports merge is in {@link Archive}. */
final class JpaArchives implements Archives {

    private final JpaTransaction transaction;

    JpaArchives(JpaTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Archive archive) {
        transaction.run(entities -> {
            var row = ArchiveEntity.of(archive);
            entities.persist(row);
            entities.flush();
            entities.detach(row);
        });
    }

    @Override
    public void remove(ArchiveKey key) {
        transaction.run(entities -> entities.createQuery("delete from ConveneArchive where key = :key")
                .setParameter("key", key.value())
                .executeUpdate());
    }

    /** By our key first: an index for each. */
    @Override
    public Optional<Archive> find(TenantId tenant, String id) {
        return find(tenant, "key", id).or(() -> find(tenant, "providerId", id));
    }

    @Override
    public Optional<Archive> findByProviderId(ProviderName provider, ArchiveId id) {
        return found(entities -> entities.createQuery(
                                "from ConveneArchive where providerId = :id and provider = :provider",
                                ArchiveEntity.class)
                        .setParameter("id", id.value())
                        .setParameter("provider", provider.value()))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Archive> oldestUnconfirmed(Room room) {
        return found(entities -> entities.createQuery("""
                                from ConveneArchive where provider = :provider and room = :room
                                  and providerId is null and status = :requested
                                order by requestedAt, key""", ArchiveEntity.class)
                        .setParameter("provider", room.provider().value())
                        .setParameter("room", room.id().value())
                        .setParameter("requested", ArchiveStatus.REQUESTED)
                        .setMaxResults(1))
                .stream()
                .findFirst();
    }

    @Override
    public Archive change(ArchiveKey key, UnaryOperator<Archive> change) {
        return transaction.call(entities -> {
            ArchiveEntity row = entities.createQuery("from ConveneArchive where key = :key", ArchiveEntity.class)
                    .setParameter("key", key.value())
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultStream()
                    .findFirst()
                    .orElseThrow(() -> new Unknown(key.value()));
            try {
                Archive changed = change.apply(row.toArchive());
                row.take(changed);
                entities.flush();
                return changed;
            } finally {
                entities.detach(row);
            }
        });
    }

    @Override
    public ArchivePage list(TenantId tenant, ArchiveQuery query) {
        var selection = ArchiveSelection.of(tenant, query);
        return ArchivePage.of(found(selection::in), query.limit());
    }

    @Override
    public List<Archive> unsettled(ProviderName provider, Instant comparedBefore, int limit) {
        return found(entities -> entities.createQuery("""
                        from ConveneArchive where provider = :provider and settled = false and comparedAt < :before
                        order by comparedAt""", ArchiveEntity.class)
                .setParameter("provider", provider.value())
                .setParameter("before", comparedBefore)
                .setMaxResults(limit));
    }

    @Override
    public void compared(ArchiveKey key, Instant at) {
        transaction.run(entities -> entities.createQuery("update ConveneArchive set comparedAt = :at where key = :key")
                .setParameter("at", at)
                .setParameter("key", key.value())
                .executeUpdate());
    }

    private Optional<Archive> find(TenantId tenant, String attribute, String id) {
        return found(entities -> entities.createQuery(
                                "from ConveneArchive where " + attribute + " = :id and tenant = :tenant",
                                ArchiveEntity.class)
                        .setParameter("id", id)
                        .setParameter("tenant", tenant.value())
                        .setMaxResults(1))
                .stream()
                .findFirst();
    }

    private List<Archive> found(Function<EntityManager, TypedQuery<ArchiveEntity>> query) {
        return transaction.call(entities -> query.apply(entities).getResultList().stream()
                .map(row -> {
                    entities.detach(row);
                    return row.toArchive();
                })
                .toList());
    }
}
