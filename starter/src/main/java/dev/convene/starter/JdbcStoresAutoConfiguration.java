package dev.convene.starter;

import dev.convene.core.access.RevokedTokens;
import dev.convene.core.archive.ArchiveStores;
import dev.convene.core.event.EventStores;
import dev.convene.core.meeting.MeetingStores;
import dev.convene.starter.jdbc.JdbcStores;
import dev.convene.starter.settings.ConveneProperties;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The stores on one of the application's data sources, unless it brings stores of its own. */
@AutoConfiguration(after = {DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class})
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(ConveneProperties.class)
public class JdbcStoresAutoConfiguration {

    /** After the application's own migrations, which may insist on an empty schema. */
    @Bean
    @Lazy
    @DependsOnDatabaseInitialization
    JdbcStores conveneJdbcStores(Database database, ConveneProperties properties) {
        Schema.upToDate(database.dataSource(), properties.migration());
        return new JdbcStores(database.dataSource(), database.transactions(), JsonMapper.shared());
    }

    @Bean
    @ConditionalOnMissingBean
    MeetingStores conveneMeetingStores(JdbcStores stores) {
        return stores.meetings();
    }

    @Bean
    @ConditionalOnMissingBean
    EventStores conveneEventStores(JdbcStores stores) {
        return stores.events();
    }

    @Bean
    @ConditionalOnMissingBean
    ArchiveStores conveneArchiveStores(JdbcStores stores) {
        return stores.archives();
    }

    @Bean
    @ConditionalOnMissingBean
    RevokedTokens conveneRevokedTokens(JdbcStores stores) {
        return stores.revokedTokens();
    }

    @Bean
    @Lazy
    Database conveneDatabase(
            ListableBeanFactory beans,
            ObjectProvider<DataSource> all,
            @ConveneDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<PlatformTransactionManager> transactions) {
        DataSource ours = marked.getIfAvailable();
        if (ours != null) {
            return Database.apart(ours);
        }
        DataSource only = all.getIfUnique();
        if (only == null) {
            throw new IllegalStateException(
                    "There are several data sources (%s): mark the one for Convene's tables with @%s"
                            .formatted(
                                    String.join(", ", beans.getBeanNamesForType(DataSource.class)),
                                    ConveneDataSource.class.getSimpleName()));
        }
        PlatformTransactionManager host = transactions.getIfUnique();
        return host != null ? new Database(only, host) : Database.apart(only);
    }

    /** Where the tables are, and what opens transactions there. */
    record Database(DataSource dataSource, PlatformTransactionManager transactions) {

        /** With a transaction manager of its own, which joins a transaction on the same data source all the same. */
        static Database apart(DataSource dataSource) {
            return new Database(dataSource, new JdbcTransactionManager(dataSource));
        }
    }
}
