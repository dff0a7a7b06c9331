package dev.convene.store.jpa;

import com.zaxxer.hikari.HikariDataSource;
import dev.convene.starter.jdbc.Migrations;
import dev.convene.testkit.MariaDbServer;
import dev.convene.testkit.Stores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** A persistence unit on a migrated database of its own for a test class. */
final class TestUnits {

    private final JdbcTemplate jdbc;
    private final JpaStores stores;

    private TestUnits(HikariDataSource dataSource) {
        new Migrations(dataSource).migrate();
        var factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setPackagesToScan("dev.convene.store.jpa");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.afterPropertiesSet();
        EntityManagerFactory entities = Objects.requireNonNull(factory.getObject());
        this.jdbc = new JdbcTemplate(dataSource);
        this.stores = new JpaStores(entities, new JpaTransactionManager(entities));
    }

    static TestUnits h2() {
        return new TestUnits(pooled("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa"));
    }

    static TestUnits postgresql() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        var admin = new JdbcTemplate(Postgres.SERVER.getPostgresDatabase());
        admin.execute("create database " + name);
        admin.execute("alter database " + name + " set timezone to 'Asia/Kathmandu'");
        return new TestUnits(pooled(Postgres.SERVER.getJdbcUrl("postgres", name), "postgres"));
    }

    static TestUnits mariadb() {
        return new TestUnits(pooled(MariaDbServer.shared().newDatabase(), "root"));
    }

    /** The stores, without a row in them. */
    Stores empty() {
        for (String table : new String[] {
            "archive", "storage_target", "event", "visit", "removal", "room", "meeting", "idempotency_key", "tenant"
        }) {
            jdbc.execute("delete from convene_" + table);
        }
        return new Stores(
                stores.meetings().meetings(),
                stores.meetings().idempotencyKeys(),
                stores.meetings().usage(),
                stores.meetings().removals(),
                stores.events().visits(),
                stores.events().events(),
                stores.archives().archives(),
                stores.archives().targets(),
                stores.events().transaction());
    }

    private static HikariDataSource pooled(String url, String user) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setMaximumPoolSize(10);
        return pool;
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
