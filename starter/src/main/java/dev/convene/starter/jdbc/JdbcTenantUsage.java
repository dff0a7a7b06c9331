package dev.convene.starter.jdbc;

import dev.convene.core.meeting.TenantId;
import dev.convene.core.meeting.TenantUsage;
import dev.convene.core.store.Transaction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts rows of {@code convene_meeting} and {@code convene_visit}; a row of {@code convene_tenant} is the lock. */
final class JdbcTenantUsage implements TenantUsage {

    private static final String INSERT = "insert into convene_tenant (tenant_id) values (:tenant)";

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Transaction transaction;

    JdbcTenantUsage(JdbcClient jdbc, Dialect dialect, Transaction transaction) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.transaction = transaction;
    }

    @Override
    public int liveMeetings(TenantId tenant) {
        return count("""
                select count(*) from convene_meeting
                where tenant_id = :tenant and ended_at is null and started_at is not null""", tenant);
    }

    @Override
    public int participants(TenantId tenant) {
        return count("""
                select count(*) from convene_visit v
                join convene_room r on r.id = v.room_id join convene_meeting m on m.id = r.meeting_id
                where m.tenant_id = :tenant and m.ended_at is null and v.left_at is null
                  and v.connection_id not like 'adopted:%'""", tenant);
    }

    @Override
    public void oneAtATime(TenantId tenant, Runnable work) {
        var insert = jdbc.sql(dialect.insertIfNew(INSERT)).param("tenant", tenant.value());
        // before the transaction: a failed insert would abort it
        Dialect.inserted(insert::update);
        transaction.inOne(() -> {
            jdbc.sql("select tenant_id from convene_tenant where tenant_id = :tenant for update")
                    .param("tenant", tenant.value())
                    .query(String.class)
                    .single();
            work.run();
        });
    }

    private int count(String sql, TenantId tenant) {
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .query(Integer.class)
                .single();
    }
}
