package dev.convene.starter.jdbc;

import dev.convene.core.access.RevokedTokens;
import dev.convene.core.access.TokenFingerprint;
import dev.convene.core.meeting.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Revoked tokens in {@code convene_revoked_token}, for all nodes. */
final class JdbcRevokedTokens implements RevokedTokens {

    private static final String INSERT = """
            insert into convene_revoked_token (fingerprint, expires_at, revoked_by, revoked_at)
            values (:token, :until, :by, :now)""";

    private final JdbcClient jdbc;
    private final Dialect dialect;

    JdbcRevokedTokens(JdbcClient jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    @Override
    public void revoke(TokenFingerprint token, @Nullable Instant until, Caller by, Instant now) {
        var insert = jdbc.sql(dialect.insertIfNew(INSERT))
                .param("token", token.value())
                .param("until", Times.nullableColumn(until))
                .param("by", by.id())
                .param("now", Times.column(now));
        Dialect.inserted(insert::update);
        jdbc.sql("delete from convene_revoked_token where expires_at < :now")
                .param("now", Times.column(now))
                .update();
    }

    @Override
    public boolean isRevoked(TokenFingerprint token) {
        return jdbc.sql("select 1 from convene_revoked_token where fingerprint = :token")
                .param("token", token.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public List<TokenFingerprint> revoked(int limit) {
        // the order is for the index
        return jdbc.sql("select fingerprint from convene_revoked_token order by fingerprint limit :limit")
                .param("limit", limit)
                .query((row, number) -> new TokenFingerprint(row.getString("fingerprint")))
                .list();
    }
}
