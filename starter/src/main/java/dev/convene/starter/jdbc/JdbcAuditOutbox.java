package dev.convene.starter.jdbc;

import dev.convene.core.audit.AuditEntry;
import dev.convene.core.audit.AuditOutbox;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries in {@code convene_audit_outbox}. They join whatever transaction is open on the data source. */
public final class JdbcAuditOutbox implements AuditOutbox {

    private final JdbcClient jdbc;

    /** @param dataSource with Convene's tables */
    public JdbcAuditOutbox(DataSource dataSource) {
        this.jdbc = Dialect.of(dataSource).client(dataSource);
    }

    @Override
    public void add(AuditEntry entry) {
        jdbc.sql("insert into convene_audit_outbox (%s) values (%s)".formatted(AuditRows.COLUMNS, AuditRows.PARAMETERS))
                .params(AuditRows.columns(entry))
                .update();
    }

    @Override
    public List<AuditEntry> waiting(int limit) {
        // all numbers are; that it says so is for the index
        return jdbc.sql("select * from convene_audit_outbox where number > 0 order by number limit :limit")
                .param("limit", limit)
                .query(AuditRows::entry)
                .list();
    }

    @Override
    public void remove(Collection<String> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from convene_audit_outbox where id in (:ids)")
                    .param("ids", ids)
                    .update();
        }
    }
}
