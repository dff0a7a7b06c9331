package dev.convene.store.jpa;

import dev.convene.testkit.IdempotencyKeysCompatibilityKit;
import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.Stores;

@NeedsMariaDb
class MariadbIdempotencyKeysCompatibilityIT extends IdempotencyKeysCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.mariadb();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
