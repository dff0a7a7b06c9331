package dev.convene.testkit;

class InMemoryRemovalsCompatibilityTest extends RemovalsCompatibilityKit {

    @Override
    protected Stores emptyStores() {
        return Stores.inMemory();
    }
}
