package dev.convene.starter.jdbc;

import dev.convene.core.audit.AuditLog;
import dev.convene.testkit.AuditLogCompatibilityKit;
import javax.sql.DataSource;

class H2AuditLogCompatibilityTest extends AuditLogCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.h2();

    @Override
    protected AuditLog emptyLog() {
        return AuditTables.empty(DATABASE);
    }
}
