package dev.convene.starter.jdbc;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveKey;
import dev.convene.core.archive.ArchivePage;
import dev.convene.core.archive.ArchiveProblem.Unknown;
import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.archive.Archives;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Archives in {@code convene_archive}. The rule by which reports merge is in {@link Archive}, not in SQL. */
final class JdbcArchives implements Archives {

    static final String INSERT = """
            insert into convene_archive (archive_key, tenant_id, link, provider, room, provider_id, name, output, layout,
              audio, video, storage, status, settled, started_at, duration_ms, size_bytes, reason, reason_status,
              changed_at, requested_by, requested_at, compared_at)
            values (:key, :tenant, :link, :provider, :room, :providerId, :name, :output, :layout,
              :audio, :video, :storage, :status, :settled, :startedAt, :duration, :size, :reason, :reasonStatus,
              :changedAt, :requestedBy, :requestedAt, :requestedAt)""";

    private static final String UPDATE = """
            update convene_archive set provider_id = :providerId, layout = :layout, status = :status, settled = :settled,
              started_at = :startedAt, duration_ms = :duration, size_bytes = :size, reason = :reason,
              reason_status = :reasonStatus, changed_at = :changedAt, requested_at = :requestedAt
            where archive_key = :key""";

    private final JdbcClient jdbc;
    private final Transaction transaction;
    private final ArchiveRows rows;

    JdbcArchives(JdbcClient jdbc, Transaction transaction, ArchiveRows rows) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = rows;
    }

    @Override
    public void add(Archive archive) {
        write(INSERT, rows.all(archive));
    }

    @Override
    public void remove(ArchiveKey key) {
        jdbc.sql("delete from convene_archive where archive_key = :key")
                .param("key", key.value())
                .update();
    }

    /** By our key first: an index for each. */
    @Override
    public Optional<Archive> find(TenantId tenant, String id) {
        return find(tenant, "archive_key", id).or(() -> find(tenant, "provider_id", id));
    }

    @Override
    public Optional<Archive> findByProviderId(ProviderName provider, ArchiveId id) {
        return jdbc.sql("select * from convene_archive where provider_id = :id and provider = :provider")
                .param("id", id.value())
                .param("provider", provider.value())
                .query(rows::archive)
                .optional();
    }

    @Override
    public Optional<Archive> oldestUnconfirmed(Room room) {
        return jdbc.sql("""
                        select * from convene_archive
                        where provider = :provider and room = :room and provider_id is null and status = 'REQUESTED'
                        order by requested_at, archive_key limit 1""").params(VisitRows.key(room)).query(rows::archive).optional();
    }

    @Override
    public Archive change(ArchiveKey key, UnaryOperator<Archive> change) {
        var result = new AtomicReference<Archive>();
        transaction.inOne(() -> {
            Archive old = locked(key);
            result.set(change.apply(old));
            if (!result.get().equals(old)) {
                write(UPDATE, rows.changeable(result.get()));
            }
        });
        return result.get();
    }

    @Override
    public ArchivePage list(TenantId tenant, ArchiveQuery query) {
        var selection = ArchiveSelection.of(tenant, query);
        List<Archive> oneMore = jdbc.sql(selection.sql())
                .params(selection.parameters())
                .query(rows::archive)
                .list();
        return ArchivePage.of(oneMore, query.limit());
    }

    @Override
    public List<Archive> unsettled(ProviderName provider, Instant comparedBefore, int limit) {
        return jdbc.sql("""
                        select * from convene_archive
                        where provider = :provider and settled = false and compared_at < :before
                        order by compared_at limit :limit""")
                .param("provider", provider.value())
                .param("before", Times.column(comparedBefore))
                .param("limit", limit)
                .query(rows::archive)
                .list();
    }

    @Override
    public void compared(ArchiveKey key, Instant at) {
        jdbc.sql("update convene_archive set compared_at = :at where archive_key = :key")
                .param("at", Times.column(at))
                .param("key", key.value())
                .update();
    }

    private Optional<Archive> find(TenantId tenant, String column, String id) {
        return jdbc.sql("select * from convene_archive where " + column + " = :id and tenant_id = :tenant limit 1")
                .param("id", id)
                .param("tenant", tenant.value())
                .query(rows::archive)
                .optional();
    }

    private Archive locked(ArchiveKey key) {
        return jdbc.sql("select * from convene_archive where archive_key = :key for update")
                .param("key", key.value())
                .query(rows::archive)
                .optional()
                .orElseThrow(() -> new Unknown(key.value()));
    }

    /** What another transaction took in between is a conflict, after which everything is read again. */
    private void write(String sql, Map<String, @Nullable Object> columns) {
        try {
            jdbc.sql(sql).params(columns).update();
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyFailureException("The provider's id of an archive is another archive's", e);
        }
    }
}
