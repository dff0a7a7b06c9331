package dev.convene.starter.jdbc;

import dev.convene.testkit.Stores;
import dev.convene.testkit.VisitsCompatibilityKit;
import javax.sql.DataSource;

class PostgresqlVisitsCompatibilityIT extends VisitsCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.postgresql();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
