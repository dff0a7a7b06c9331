package dev.convene.store.jpa;

import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.Stores;
import dev.convene.testkit.TransactionCompatibilityKit;

@NeedsMariaDb
class MariadbTransactionCompatibilityIT extends TransactionCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.mariadb();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
