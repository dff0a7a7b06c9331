package dev.convene.starter.jdbc;

import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.Stores;
import dev.convene.testkit.TenantUsageCompatibilityKit;
import javax.sql.DataSource;

@NeedsMariaDb
class MariadbTenantUsageCompatibilityIT extends TenantUsageCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.mariadb();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
