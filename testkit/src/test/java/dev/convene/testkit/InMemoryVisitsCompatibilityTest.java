package dev.convene.testkit;

class InMemoryVisitsCompatibilityTest extends VisitsCompatibilityKit {

    @Override
    protected Stores emptyStores() {
        return Stores.inMemory();
    }
}
