package dev.convene.starter.jdbc;

import dev.convene.testkit.Stores;
import dev.convene.testkit.TransactionCompatibilityKit;
import javax.sql.DataSource;

class H2TransactionCompatibilityTest extends TransactionCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.h2();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
