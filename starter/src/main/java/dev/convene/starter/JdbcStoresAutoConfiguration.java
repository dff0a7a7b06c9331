package dev.convene.starter;

import dev.convene.core.event.EventStores;
import dev.convene.core.meeting.MeetingStores;
import dev.convene.starter.jdbc.JdbcStores;
import dev.convene.starter.jdbc.Migrations;
import dev.convene.starter.settings.ConveneProperties;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The stores on the application's data source, unless it brings stores of its own. */
@AutoConfiguration(after = {DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class})
@ConditionalOnSingleCandidate(DataSource.class)
@ConditionalOnMissingBean({MeetingStores.class, EventStores.class})
@EnableConfigurationProperties(ConveneProperties.class)
class JdbcStoresAutoConfiguration {

    @Bean
    JdbcStores conveneJdbcStores(
            DataSource dataSource, PlatformTransactionManager transactions, ConveneProperties properties) {
        if (properties.migration().enabled()) {
            new Migrations(dataSource).migrate();
        }
        return new JdbcStores(dataSource, transactions, JsonMapper.shared());
    }

    @Bean
    MeetingStores conveneMeetingStores(JdbcStores stores) {
        return stores.meetings();
    }

    @Bean
    EventStores conveneEventStores(JdbcStores stores) {
        return stores.events();
    }
}
