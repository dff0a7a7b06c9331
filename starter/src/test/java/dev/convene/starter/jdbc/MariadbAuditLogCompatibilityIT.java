package dev.convene.starter.jdbc;

import dev.convene.core.audit.AuditLog;
import dev.convene.testkit.AuditLogCompatibilityKit;
import dev.convene.testkit.NeedsMariaDb;
import javax.sql.DataSource;

@NeedsMariaDb
class MariadbAuditLogCompatibilityIT extends AuditLogCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.mariadb();

    @Override
    protected AuditLog emptyLog() {
        return AuditTables.empty(DATABASE);
    }
}
