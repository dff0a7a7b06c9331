package dev.convene.starter.jdbc;

import dev.convene.testkit.Stores;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The JDBC stores on a test's database, without a row in it. */
final class EmptyStores {

    private static final String[] TABLES = {
        "audit_outbox",
        "archive",
        "storage_target",
        "event",
        "visit",
        "removal",
        "room",
        "meeting",
        "idempotency_key",
        "tenant"
    };

    private EmptyStores() {}

    static Stores on(DataSource dataSource) {
        var jdbc = new JdbcTemplate(dataSource);
        for (String table : TABLES) {
            jdbc.execute("delete from convene_" + table);
        }
        return of(dataSource);
    }

    static Stores of(DataSource dataSource) {
        var stores = new JdbcStores(dataSource, JsonMapper.shared());
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
}
