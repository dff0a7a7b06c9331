package dev.convene.store.jpa;

import dev.convene.testkit.Stores;
import dev.convene.testkit.TenantUsageCompatibilityKit;

class H2TenantUsageCompatibilityTest extends TenantUsageCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.h2();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
