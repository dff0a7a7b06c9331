package dev.convene.store.jpa;

import dev.convene.testkit.RemovalsCompatibilityKit;
import dev.convene.testkit.Stores;

class H2RemovalsCompatibilityTest extends RemovalsCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.h2();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
