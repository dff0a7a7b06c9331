package dev.convene.store.jpa;

import dev.convene.testkit.Stores;
import dev.convene.testkit.VisitsCompatibilityKit;

class PostgresqlVisitsCompatibilityIT extends VisitsCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.postgresql();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
