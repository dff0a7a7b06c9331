package dev.convene.testkit;

class InMemoryArchivesCompatibilityTest extends ArchivesCompatibilityKit {

    @Override
    protected Stores emptyStores() {
        return Stores.inMemory();
    }
}
