package dev.convene.store.jpa;

import dev.convene.testkit.EventLogCompatibilityKit;
import dev.convene.testkit.Stores;

class PostgresqlEventLogCompatibilityIT extends EventLogCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.postgresql();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
