package dev.convene.store.jpa;

import dev.convene.testkit.EventLogCompatibilityKit;
import dev.convene.testkit.Stores;

class H2EventLogCompatibilityTest extends EventLogCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.h2();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
