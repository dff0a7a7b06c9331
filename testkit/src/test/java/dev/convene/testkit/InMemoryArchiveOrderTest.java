package dev.convene.testkit;

class InMemoryArchiveOrderTest extends ArchiveOrderKit {

    @Override
    protected Stores emptyStores() {
        return Stores.inMemory();
    }
}
