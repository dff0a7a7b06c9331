package dev.convene.testkit;

class InMemoryTenantUsageCompatibilityTest extends TenantUsageCompatibilityKit {

    @Override
    protected Stores emptyStores() {
        return Stores.inMemory();
    }
}
