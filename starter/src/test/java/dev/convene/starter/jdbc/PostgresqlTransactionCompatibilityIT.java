package dev.convene.starter.jdbc;

import dev.convene.testkit.Stores;
import dev.convene.testkit.TransactionCompatibilityKit;
import javax.sql.DataSource;

class PostgresqlTransactionCompatibilityIT extends TransactionCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.postgresql();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
