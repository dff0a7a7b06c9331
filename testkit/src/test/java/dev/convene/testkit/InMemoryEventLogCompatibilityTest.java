package dev.convene.testkit;

class InMemoryEventLogCompatibilityTest extends EventLogCompatibilityKit {

    @Override
    protected Stores emptyStores() {
        return Stores.inMemory();
    }
}
