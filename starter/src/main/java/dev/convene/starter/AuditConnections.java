package dev.convene.starter;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.convene.starter.settings.AuditProperties.Datasource;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections to the log's own database, if it has one. No bean of the type that an application takes for its own. */
public final class AuditConnections implements AutoCloseable {

    /** One carries, others read. */
    private static final int MOST = 4;

    private static final int TIMEOUT_MILLIS = 5000;

    private final @Nullable HikariDataSource pool;

    public AuditConnections(Datasource settings) {
        this.pool = settings.url() == null ? null : new HikariDataSource(configuration(settings));
    }

    /** Empty if the log is in the service's database. */
    public Optional<DataSource> dataSource() {
        return Optional.ofNullable(pool);
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }

    /** The start does not wait for it, and goes on without. */
    private static HikariConfig configuration(Datasource settings) {
        var configuration = new HikariConfig();
        configuration.setPoolName("convene-audit");
        configuration.setJdbcUrl(settings.url());
        configuration.setUsername(settings.username());
        configuration.setPassword(settings.password());
        configuration.setMaximumPoolSize(MOST);
        configuration.setMinimumIdle(1);
        configuration.setConnectionTimeout(TIMEOUT_MILLIS);
        configuration.setInitializationFailTimeout(-1);
        return configuration;
    }
}
