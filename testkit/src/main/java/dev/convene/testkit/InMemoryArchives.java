package dev.convene.testkit;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveKey;
import dev.convene.core.archive.ArchivePage;
import dev.convene.core.archive.ArchiveProblem.Unknown;
import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.archive.ArchiveQuery.Position;
import dev.convene.core.archive.Archives;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderName;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Archives in a map. Thread-safe. */
final class InMemoryArchives implements Archives {

    private static final Comparator<Position> LATEST_FIRST = Comparator.comparing(Position::requestedAt)
            .thenComparing(it -> it.key().value())
            .reversed();

    private final InMemoryTransaction transaction;
    private final Map<ArchiveKey, Archive> archives = new HashMap<>();
    private final Map<ArchiveKey, Instant> compared = new HashMap<>();

    InMemoryArchives(InMemoryTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Archive archive) {
        transaction.inOne(() -> {
            transaction.put(archives, archive.key(), archive);
            transaction.put(
                    compared, archive.key(), archive.origin().requested().at());
        });
    }

    @Override
    public void remove(ArchiveKey key) {
        transaction.inOne(() -> transaction.remove(archives, key));
    }

    @Override
    public Optional<Archive> find(TenantId tenant, String id) {
        return first(it -> it.origin().tenant().equals(tenant)
                && (it.key().value().equals(id)
                        || it.providerId() != null && it.providerId().value().equals(id)));
    }

    @Override
    public Optional<Archive> findByProviderId(ProviderName provider, ArchiveId id) {
        return first(it -> it.is(id) && it.origin().room().provider().equals(provider));
    }

    @Override
    public Optional<Archive> oldestUnconfirmed(Room room) {
        return select(
                        it -> it.isUnconfirmed() && it.origin().room().equals(room),
                        Comparator.comparing(Position::of, LATEST_FIRST.reversed()),
                        1)
                .stream()
                .findFirst();
    }

    @Override
    public Archive change(ArchiveKey key, UnaryOperator<Archive> change) {
        return transaction.alone(() -> {
            Archive before = archives.get(key);
            if (before == null) {
                throw new Unknown(key.value());
            }
            Archive after = change.apply(before);
            transaction.inOne(() -> transaction.put(archives, key, after));
            return after;
        });
    }

    @Override
    public ArchivePage list(TenantId tenant, ArchiveQuery query) {
        List<Archive> oneMore = select(
                it -> it.origin().tenant().equals(tenant) && fits(it, query),
                Comparator.comparing(Position::of, LATEST_FIRST),
                query.limit() + 1);
        return ArchivePage.of(oneMore, query.limit());
    }

    @Override
    public List<Archive> unsettled(ProviderName provider, Instant comparedBefore, int limit) {
        return transaction.alone(() -> select(
                it -> it.origin().room().provider().equals(provider)
                        && !it.status().isSettled()
                        && comparedAt(it).isBefore(comparedBefore),
                Comparator.comparing(this::comparedAt),
                limit));
    }

    @Override
    public void compared(ArchiveKey key, Instant at) {
        transaction.inOne(() -> transaction.put(compared, key, at));
    }

    private Instant comparedAt(Archive archive) {
        return Objects.requireNonNull(compared.get(archive.key()));
    }

    private Optional<Archive> first(Predicate<Archive> which) {
        return transaction.alone(() -> archives.values().stream().filter(which).findFirst());
    }

    private List<Archive> select(Predicate<Archive> which, Comparator<Archive> order, int limit) {
        return transaction.alone(() -> archives.values().stream()
                .filter(which)
                .sorted(order)
                .limit(limit)
                .toList());
    }

    private static boolean fits(Archive archive, ArchiveQuery query) {
        return archive.status() != ArchiveStatus.DELETED
                && query.meeting().map(archive.origin().meeting()::equals).orElse(true)
                && query.status().map(it -> it == archive.status()).orElse(true)
                && query.after()
                        .map(it -> LATEST_FIRST.compare(Position.of(archive), it) > 0)
                        .orElse(true);
    }
}
