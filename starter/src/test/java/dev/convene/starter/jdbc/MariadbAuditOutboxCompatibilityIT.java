package dev.convene.starter.jdbc;

import dev.convene.core.audit.AuditOutbox;
import dev.convene.testkit.AuditOutboxCompatibilityKit;
import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.Stores;
import javax.sql.DataSource;

@NeedsMariaDb
class MariadbAuditOutboxCompatibilityIT extends AuditOutboxCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.mariadb();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }

    @Override
    protected AuditOutbox outboxOf(Stores stores) {
        return new JdbcAuditOutbox(DATABASE);
    }
}
