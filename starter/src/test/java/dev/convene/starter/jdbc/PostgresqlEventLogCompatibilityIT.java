package dev.convene.starter.jdbc;

import dev.convene.testkit.EventLogCompatibilityKit;
import dev.convene.testkit.Stores;
import javax.sql.DataSource;

class PostgresqlEventLogCompatibilityIT extends EventLogCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.postgresql();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
