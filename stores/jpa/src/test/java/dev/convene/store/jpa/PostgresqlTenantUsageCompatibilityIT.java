package dev.convene.store.jpa;

import dev.convene.testkit.Stores;
import dev.convene.testkit.TenantUsageCompatibilityKit;

class PostgresqlTenantUsageCompatibilityIT extends TenantUsageCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.postgresql();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
