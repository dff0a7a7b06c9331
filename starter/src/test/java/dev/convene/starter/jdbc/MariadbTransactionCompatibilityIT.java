package dev.convene.starter.jdbc;

import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.Stores;
import dev.convene.testkit.TransactionCompatibilityKit;
import javax.sql.DataSource;

@NeedsMariaDb
class MariadbTransactionCompatibilityIT extends TransactionCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.mariadb();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
