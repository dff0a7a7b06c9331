package dev.convene.starter.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.convene.testkit.MariaDbServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Databases of their own for a test class, migrated. A server is one for all, in a hostile time zone. */
public final class TestDatabases {

    private TestDatabases() {}

    static HikariDataSource h2() {
        return migrated(pooled("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa"));
    }

    static HikariDataSource postgresql() {
        return migrated(emptyPostgresql());
    }

    /** Not migrated: an application does that. */
    public static HikariDataSource emptyPostgresql() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        var admin = new JdbcTemplate(Postgres.SERVER.getPostgresDatabase());
        admin.execute("create database " + name);
        admin.execute("alter database " + name + " set timezone to 'Asia/Kathmandu'");
        return pooled(Postgres.SERVER.getJdbcUrl("postgres", name), "postgres");
    }

    static HikariDataSource mariadb() {
        return migrated(pooled(MariaDbServer.shared().newDatabase(), "root"));
    }

    private static HikariDataSource pooled(String url, String user) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setMaximumPoolSize(10);
        return pool;
    }

    private static HikariDataSource migrated(HikariDataSource dataSource) {
        new Migrations(dataSource).migrate();
        return dataSource;
    }

    /** Apart, so that it starts only for those that use it. */
    private static final class Postgres {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
