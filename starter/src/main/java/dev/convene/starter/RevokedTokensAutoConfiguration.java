package dev.convene.starter;

import dev.convene.core.access.RevokedTokens;
import dev.convene.starter.jdbc.JdbcRevokedTokens;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Revoked access tokens on the application's data source, whatever keeps the meetings. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnSingleCandidate(DataSource.class)
class RevokedTokensAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    RevokedTokens conveneRevokedTokens(DataSource dataSource) {
        return new JdbcRevokedTokens(dataSource);
    }
}
