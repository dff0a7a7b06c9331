package dev.convene.store.jpa;

import dev.convene.testkit.MeetingsCompatibilityKit;
import dev.convene.testkit.Stores;

class H2MeetingsCompatibilityTest extends MeetingsCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.h2();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
