package dev.convene.store.jpa;

import dev.convene.testkit.Stores;
import dev.convene.testkit.TransactionCompatibilityKit;

class H2TransactionCompatibilityTest extends TransactionCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.h2();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
