package dev.convene.starter.jdbc;

import dev.convene.testkit.IdempotencyKeysCompatibilityKit;
import dev.convene.testkit.Stores;
import javax.sql.DataSource;

class PostgresqlIdempotencyKeysCompatibilityIT extends IdempotencyKeysCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.postgresql();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
