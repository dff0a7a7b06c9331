package dev.convene.starter.jdbc;

import dev.convene.testkit.RemovalsCompatibilityKit;
import dev.convene.testkit.Stores;
import javax.sql.DataSource;

class PostgresqlRemovalsCompatibilityIT extends RemovalsCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.postgresql();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
