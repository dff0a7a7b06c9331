package dev.convene.starter.jdbc;

import dev.convene.core.meeting.IdempotencyKey;
import dev.convene.core.meeting.IdempotencyKeys;
import dev.convene.core.meeting.MeetingLink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Keys in {@code convene_idempotency_key}; done is a key whose link has a meeting. */
final class JdbcIdempotencyKeys implements IdempotencyKeys {

    private static final String INSERT = """
            insert into convene_idempotency_key (tenant_id, key_value, fingerprint, link, claimed_at)
            values (:tenant, :key, :fingerprint, :link, :now)""";

    private final JdbcClient jdbc;
    private final Dialect dialect;

    JdbcIdempotencyKeys(JdbcClient jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    @Override
    public Claim claim(IdempotencyKey key, MeetingLink link, Instant now) {
        if (inserted(key, link, now)) {
            return new Claim.Won(link, now);
        }
        return of("""
                        select k.fingerprint, k.link, k.claimed_at, m.id from convene_idempotency_key k
                        left join convene_meeting m on m.link = k.link
                        where k.tenant_id = :tenant and k.key_value = :key""", key)
                .query(Row::of)
                .optional()
                .map(row -> claim(key, row, now))
                // Released in the meantime: whoever asks again may win.
                .orElseGet(Claim.InFlight::new);
    }

    @Override
    public void release(IdempotencyKey key, Claim.Won claim) {
        of("""
                delete from convene_idempotency_key where tenant_id = :tenant and key_value = :key
                          and claimed_at = :claimedAt
                          and not exists (select 1 from convene_meeting m where m.link = convene_idempotency_key.link)""", key).param("claimedAt", Times.column(claim.at())).update();
    }

    @Override
    public void forgetBefore(Instant time) {
        jdbc.sql("delete from convene_idempotency_key where claimed_at < :time")
                .param("time", Times.column(time))
                .update();
    }

    private boolean inserted(IdempotencyKey key, MeetingLink link, Instant now) {
        var insert = of(dialect.insertIfNew(INSERT), key)
                .param("fingerprint", key.fingerprint())
                .param("link", link.value())
                .param("now", Times.column(now));
        return Dialect.inserted(insert::update);
    }

    private Claim claim(IdempotencyKey key, Row row, Instant now) {
        if (!row.fingerprint().equals(key.fingerprint())) {
            return new Claim.Reused();
        }
        if (row.done()) {
            return new Claim.Done(row.link());
        }
        boolean stale = !row.claimedAt().isAfter(now.minus(LEASE));
        return stale && takenOver(key, row, now) ? new Claim.Won(row.link(), now) : new Claim.InFlight();
    }

    private boolean takenOver(IdempotencyKey key, Row row, Instant now) {
        return of("""
                        update convene_idempotency_key set claimed_at = :now
                        where tenant_id = :tenant and key_value = :key and claimed_at = :claimedAt""", key)
                        .param("now", Times.column(now))
                        .param("claimedAt", Times.column(row.claimedAt()))
                        .update()
                > 0;
    }

    private StatementSpec of(String sql, IdempotencyKey key) {
        return jdbc.sql(sql).param("tenant", key.tenant().value()).param("key", key.value());
    }

    private record Row(String fingerprint, MeetingLink link, Instant claimedAt, boolean done) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getString("fingerprint"),
                    new MeetingLink(row.getString("link")),
                    Times.instant(row, "claimed_at"),
                    row.getObject("id") != null);
        }
    }
}
