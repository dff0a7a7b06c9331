package dev.convene.testkit;

import org.junit.jupiter.api.BeforeEach;

/** What the kits of all stores have in common. */
abstract class StoresKit {

    private Stores stores;

    /** Stores with nothing in them. Called once before each test. */
    protected abstract Stores emptyStores();

    @BeforeEach
    final void begin() {
        stores = emptyStores();
    }

    public final Stores stores() {
        return stores;
    }
}
