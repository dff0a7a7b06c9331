package dev.convene.starter.jdbc;

import dev.convene.core.audit.AuditHead;
import dev.convene.core.audit.AuditLog;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an owner of the audit log's tables can do to them, and a test has to. */
final class AuditTables {

    private AuditTables() {}

    /** The log on a test's database, without an entry. */
    static AuditLog empty(DataSource dataSource) {
        var log = new AuditDatabase(dataSource, true);
        log.head();
        unguarded(dataSource, jdbc -> {
            jdbc.update("delete from convene_audit_log");
            jdbc.update("update convene_audit_head set position = 0, hash = ?", AuditHead.START.hash());
        });
        return log;
    }

    /** Changes the tables past what keeps others from it. */
    static void unguarded(DataSource dataSource, Consumer<JdbcTemplate> change) {
        var jdbc = new JdbcTemplate(dataSource);
        boolean guarded = Dialect.of(dataSource) == Dialect.POSTGRESQL;
        if (guarded) {
            jdbc.execute("alter table convene_audit_log disable trigger user");
        }
        change.accept(jdbc);
        if (guarded) {
            jdbc.execute("alter table convene_audit_log enable trigger user");
        }
    }
}
