package dev.convene.starter.jdbc;

import dev.convene.testkit.IdempotencyKeysCompatibilityKit;
import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.Stores;
import javax.sql.DataSource;

@NeedsMariaDb
class MariadbIdempotencyKeysCompatibilityIT extends IdempotencyKeysCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.mariadb();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
