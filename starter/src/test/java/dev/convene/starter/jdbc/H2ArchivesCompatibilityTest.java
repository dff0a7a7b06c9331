package dev.convene.starter.jdbc;

import dev.convene.testkit.ArchivesCompatibilityKit;
import dev.convene.testkit.Stores;
import javax.sql.DataSource;

class H2ArchivesCompatibilityTest extends ArchivesCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.h2();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
