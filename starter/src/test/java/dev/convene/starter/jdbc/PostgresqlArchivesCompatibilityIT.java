package dev.convene.starter.jdbc;

import dev.convene.testkit.ArchivesCompatibilityKit;
import dev.convene.testkit.Stores;
import javax.sql.DataSource;

class PostgresqlArchivesCompatibilityIT extends ArchivesCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.postgresql();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
