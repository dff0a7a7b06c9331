package dev.convene.store.jpa;

import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.Stores;
import dev.convene.testkit.VisitsCompatibilityKit;

@NeedsMariaDb
class MariadbVisitsCompatibilityIT extends VisitsCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.mariadb();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
