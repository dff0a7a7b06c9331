package dev.convene.store.jpa;

import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.RemovalsCompatibilityKit;
import dev.convene.testkit.Stores;

@NeedsMariaDb
class MariadbRemovalsCompatibilityIT extends RemovalsCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.mariadb();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
