package dev.convene.testkit;

class InMemoryIdempotencyKeysCompatibilityTest extends IdempotencyKeysCompatibilityKit {

    @Override
    protected Stores emptyStores() {
        return Stores.inMemory();
    }
}
