package dev.convene.store.jpa;

import dev.convene.testkit.IdempotencyKeysCompatibilityKit;
import dev.convene.testkit.Stores;

class H2IdempotencyKeysCompatibilityTest extends IdempotencyKeysCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.h2();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
