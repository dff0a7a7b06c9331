package dev.convene.starter.jdbc;

import dev.convene.core.access.RevokedTokens;
import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.RevokedTokensCompatibilityKit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

@NeedsMariaDb
class MariadbRevokedTokensCompatibilityIT extends RevokedTokensCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.mariadb();

    @Override
    protected RevokedTokens emptyRevokedTokens() {
        new JdbcTemplate(DATABASE).execute("delete from convene_revoked_token");
        return new JdbcRevokedTokens(DATABASE);
    }

    @Override
    protected int remembered() {
        return new JdbcTemplate(DATABASE).queryForObject("select count(*) from convene_revoked_token", Integer.class);
    }
}
