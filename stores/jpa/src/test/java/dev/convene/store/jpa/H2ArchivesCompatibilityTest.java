package dev.convene.store.jpa;

import dev.convene.testkit.ArchivesCompatibilityKit;
import dev.convene.testkit.Stores;

class H2ArchivesCompatibilityTest extends ArchivesCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.h2();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
