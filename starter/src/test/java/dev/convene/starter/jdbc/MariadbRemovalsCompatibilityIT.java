package dev.convene.starter.jdbc;

import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.RemovalsCompatibilityKit;
import dev.convene.testkit.Stores;
import javax.sql.DataSource;

@NeedsMariaDb
class MariadbRemovalsCompatibilityIT extends RemovalsCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.mariadb();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
