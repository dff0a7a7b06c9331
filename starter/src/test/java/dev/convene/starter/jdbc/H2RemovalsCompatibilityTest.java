package dev.convene.starter.jdbc;

import dev.convene.testkit.RemovalsCompatibilityKit;
import dev.convene.testkit.Stores;
import javax.sql.DataSource;

class H2RemovalsCompatibilityTest extends RemovalsCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.h2();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
