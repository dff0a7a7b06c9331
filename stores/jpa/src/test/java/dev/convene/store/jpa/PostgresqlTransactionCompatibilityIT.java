package dev.convene.store.jpa;

import dev.convene.testkit.Stores;
import dev.convene.testkit.TransactionCompatibilityKit;

class PostgresqlTransactionCompatibilityIT extends TransactionCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.postgresql();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
