package dev.convene.starter.jdbc;

import dev.convene.core.archive.StorageTargets;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.StorageTarget;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Storage targets in {@code convene_storage_target}. */
final class JdbcStorageTargets implements StorageTargets {

    private static final String INSERT = """
            insert into convene_storage_target (provider, storage, set_by, set_at)
            values (:provider, :storage, :by, :at)""";

    private static final String UPDATE = """
            update convene_storage_target set storage = :storage, set_by = :by, set_at = :at
            where provider = :provider""";

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final StorageRows rows;

    JdbcStorageTargets(JdbcClient jdbc, Dialect dialect, StorageRows rows) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.rows = rows;
    }

    @Override
    public Optional<StorageTarget> of(ProviderName provider) {
        return jdbc.sql("select storage from convene_storage_target where provider = :provider")
                .param("provider", provider.value())
                .query(String.class)
                .optional()
                .map(rows::target);
    }

    @Override
    public void set(ProviderName provider, StorageTarget target, Stamp by) {
        if (!Dialect.inserted(of(dialect.insertIfNew(INSERT), provider, target, by)::update)) {
            of(UPDATE, provider, target, by).update();
        }
    }

    private StatementSpec of(String sql, ProviderName provider, StorageTarget target, Stamp by) {
        return jdbc.sql(sql)
                .param("provider", provider.value())
                .param("storage", rows.column(target))
                .param("by", by.by())
                .param("at", Times.column(by.at()));
    }
}
