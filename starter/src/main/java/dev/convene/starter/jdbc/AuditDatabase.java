package dev.convene.starter.jdbc;

import dev.convene.core.audit.AuditEntry;
import dev.convene.core.audit.AuditHead;
import dev.convene.core.audit.AuditLog;
import dev.convene.core.audit.AuditPage;
import dev.convene.core.audit.AuditQuery;
import dev.convene.core.audit.SealedEntry;
import dev.convene.core.meeting.TenantId;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The audit log on a data source that may be out of reach, at the start as well: its tables are made when it is first
 * reached. While it is not, everything here fails as Spring's {@code DataAccessException}s.
 */
public final class AuditDatabase implements AuditLog {

    private final DataSource dataSource;
    private final boolean migrate;
    private volatile @Nullable JdbcAuditLog reached;

    /** @param migrate whether to bring its tables up to date */
    public AuditDatabase(DataSource dataSource, boolean migrate) {
        this.dataSource = dataSource;
        this.migrate = migrate;
    }

    @Override
    public void append(List<AuditEntry> entries) {
        log().append(entries);
    }

    @Override
    public AuditPage list(TenantId tenant, AuditQuery query) {
        return log().list(tenant, query);
    }

    @Override
    public List<SealedEntry> after(long position, int limit) {
        return log().after(position, limit);
    }

    @Override
    public AuditHead head() {
        return log().head();
    }

    private JdbcAuditLog log() {
        JdbcAuditLog log = reached;
        if (log != null) {
            return log;
        }
        // fails in the way of all other queries, which what comes next would not, and lets nobody wait for another
        JdbcClient.create(dataSource).sql("select 1").query().singleValue();
        return prepared();
    }

    private synchronized JdbcAuditLog prepared() {
        if (reached == null) {
            if (migrate) {
                Migrations.ofAuditLog(dataSource).migrate();
            }
            reached = new JdbcAuditLog(dataSource);
        }
        return reached;
    }
}
