package dev.convene.store.jpa;

import dev.convene.testkit.IdempotencyKeysCompatibilityKit;
import dev.convene.testkit.Stores;

class PostgresqlIdempotencyKeysCompatibilityIT extends IdempotencyKeysCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.postgresql();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
