package dev.convene.starter.jdbc;

import dev.convene.testkit.MeetingsCompatibilityKit;
import dev.convene.testkit.Stores;
import javax.sql.DataSource;

class PostgresqlMeetingsCompatibilityIT extends MeetingsCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.postgresql();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }
}
