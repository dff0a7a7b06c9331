package dev.convene.starter.jdbc;

import dev.convene.core.access.RevokedTokens;
import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.RevokedTokensCompatibilityKit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

@NeedsMariaDb
class MariadbRevokedTokensCompatibilityIT extends RevokedTokensCompatibilityKit {

    private static final DataSource DATABASE = TestDatabases.mariadb();

    @Override
    protected RevokedTokens emptyRevokedTokens() {
        new JdbcTemplate(DATABASE).execute("delete from convene_revoked_token");
        return new JdbcStores(DATABASE, JsonMapper.shared()).revokedTokens();
    }

    @Override
    protected int remembered() {
        return new JdbcTemplate(DATABASE).queryForObject("select count(*) from convene_revoked_token", Integer.class);
    }
}
