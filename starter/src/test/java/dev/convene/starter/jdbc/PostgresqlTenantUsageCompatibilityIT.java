package dev.convene.starter.jdbc;

import dev.convene.testkit.Stores;
import dev.convene.testkit.TenantUsageCompatibilityKit;
import javax.sql.DataSource;

class PostgresqlTenantUsageCompatibilityIT extends TenantUsageCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.postgresql();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
