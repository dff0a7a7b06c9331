package dev.convene.store.jpa;

import dev.convene.testkit.RemovalsCompatibilityKit;
import dev.convene.testkit.Stores;

class PostgresqlRemovalsCompatibilityIT extends RemovalsCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.postgresql();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
