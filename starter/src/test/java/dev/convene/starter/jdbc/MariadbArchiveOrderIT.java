package dev.convene.starter.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.convene.testkit.ArchiveOrderKit;
import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.Stores;

/** Fewer orders than in memory: each is a meeting in the database. */
@NeedsMariaDb
class MariadbArchiveOrderIT extends ArchiveOrderKit {

    private static final HikariDataSource DATABASE = TestDatabases.mariadb();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }

    @Override
    protected int orders() {
        return 50;
    }
}
