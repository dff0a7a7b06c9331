package dev.convene.starter.jdbc;

import dev.convene.core.audit.AuditOutbox;
import dev.convene.testkit.AuditOutboxCompatibilityKit;
import dev.convene.testkit.Stores;
import javax.sql.DataSource;

class H2AuditOutboxCompatibilityTest extends AuditOutboxCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.h2();

    @Override
    protected Stores emptyStores() {
        return EmptyStores.on(DATABASE);
    }

    @Override
    protected AuditOutbox outboxOf(Stores stores) {
        return new JdbcAuditOutbox(DATABASE);
    }
}
