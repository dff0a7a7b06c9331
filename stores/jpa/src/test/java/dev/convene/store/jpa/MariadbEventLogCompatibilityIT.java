package dev.convene.store.jpa;

import dev.convene.testkit.EventLogCompatibilityKit;
import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.Stores;

@NeedsMariaDb
class MariadbEventLogCompatibilityIT extends EventLogCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.mariadb();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
