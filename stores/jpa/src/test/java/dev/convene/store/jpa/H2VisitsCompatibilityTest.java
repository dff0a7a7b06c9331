package dev.convene.store.jpa;

import dev.convene.testkit.Stores;
import dev.convene.testkit.VisitsCompatibilityKit;

class H2VisitsCompatibilityTest extends VisitsCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.h2();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
