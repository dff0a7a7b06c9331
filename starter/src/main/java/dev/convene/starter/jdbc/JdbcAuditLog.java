package dev.convene.starter.jdbc;

import dev.convene.core.audit.AuditEntry;
import dev.convene.core.audit.AuditHead;
import dev.convene.core.audit.AuditLog;
import dev.convene.core.audit.AuditPage;
import dev.convene.core.audit.AuditQuery;
import dev.convene.core.audit.SealedEntry;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.store.Transaction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log in {@code convene_audit_log}. Whoever adds to it holds the row of {@code convene_audit_head} meanwhile. */
final class JdbcAuditLog implements AuditLog {

    private static final int ACTOR_START = 64;

    private static final String INSERT =
            "insert into convene_audit_log (%s, position, actor_start, hash) values (%s, :position, :actorStart, :hash)"
                    .formatted(AuditRows.COLUMNS, AuditRows.PARAMETERS);

    private static final String HEAD = "select position, hash from convene_audit_head where id = 1";

    private final JdbcClient jdbc;
    private final Transaction transaction;

    JdbcAuditLog(DataSource dataSource) {
        this.jdbc = Dialect.of(dataSource).client(dataSource);
        this.transaction = JdbcTransaction.on(dataSource);
    }

    @Override
    public void append(List<AuditEntry> entries) {
        if (!entries.isEmpty()) {
            transaction.inOne(() -> {
                AuditHead head = head(" for update");
                Set<String> known = known(entries);
                for (AuditEntry entry : entries) {
                    if (known.add(entry.id())) {
                        SealedEntry sealed = head.seal(entry);
                        insert(sealed);
                        head = AuditHead.at(sealed);
                    }
                }
                keep(head);
            });
        }
    }

    @Override
    public AuditPage list(TenantId tenant, AuditQuery query) {
        var selection = AuditSelection.of(tenant, query);
        List<SealedEntry> oneMore = jdbc.sql(selection.sql())
                .params(selection.parameters())
                .query(AuditRows::sealed)
                .list();
        return AuditPage.of(oneMore, query.limit());
    }

    @Override
    public List<SealedEntry> after(long position, int limit) {
        return jdbc.sql("select * from convene_audit_log where position > :position order by position limit :limit")
                .param("position", position)
                .param("limit", limit)
                .query(AuditRows::sealed)
                .list();
    }

    @Override
    public AuditHead head() {
        return head("");
    }

    /** As much of an actor as the index knows. */
    static String start(String actor) {
        return actor.substring(
                0, actor.offsetByCodePoints(0, Math.min(ACTOR_START, actor.codePointCount(0, actor.length()))));
    }

    private AuditHead head(String lock) {
        return jdbc.sql(HEAD + lock)
                .query((row, number) -> new AuditHead(row.getLong("position"), row.getString("hash")))
                .single();
    }

    private Set<String> known(List<AuditEntry> entries) {
        return new HashSet<>(jdbc.sql("select id from convene_audit_log where id in (:ids)")
                .param("ids", entries.stream().map(AuditEntry::id).toList())
                .query(String.class)
                .list());
    }

    private void insert(SealedEntry sealed) {
        jdbc.sql(INSERT)
                .params(AuditRows.columns(sealed.entry()))
                .param("position", sealed.position())
                .param("actorStart", start(sealed.entry().actor()))
                .param("hash", sealed.hash())
                .update();
    }

    private void keep(AuditHead head) {
        jdbc.sql("update convene_audit_head set position = :position, hash = :hash where id = 1")
                .param("position", head.position())
                .param("hash", head.hash())
                .update();
    }
}
