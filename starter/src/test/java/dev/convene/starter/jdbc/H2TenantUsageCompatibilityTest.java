package dev.convene.starter.jdbc;

import dev.convene.testkit.Stores;
import dev.convene.testkit.TenantUsageCompatibilityKit;
import javax.sql.DataSource;

class H2TenantUsageCompatibilityTest extends TenantUsageCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.h2();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
