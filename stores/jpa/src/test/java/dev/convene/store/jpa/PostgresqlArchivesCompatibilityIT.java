package dev.convene.store.jpa;

import dev.convene.testkit.ArchivesCompatibilityKit;
import dev.convene.testkit.Stores;

class PostgresqlArchivesCompatibilityIT extends ArchivesCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.postgresql();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
