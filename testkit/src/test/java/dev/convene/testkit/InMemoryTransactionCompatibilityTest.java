package dev.convene.testkit;

class InMemoryTransactionCompatibilityTest extends TransactionCompatibilityKit {

    @Override
    protected Stores emptyStores() {
        return Stores.inMemory();
    }
}
