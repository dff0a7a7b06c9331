package dev.convene.starter.jdbc;

import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.Stores;
import dev.convene.testkit.VisitsCompatibilityKit;
import javax.sql.DataSource;

@NeedsMariaDb
class MariadbVisitsCompatibilityIT extends VisitsCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.mariadb();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
