package dev.convene.store.jpa;

import dev.convene.testkit.ArchivesCompatibilityKit;
import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.Stores;

@NeedsMariaDb
class MariadbArchivesCompatibilityIT extends ArchivesCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.mariadb();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
