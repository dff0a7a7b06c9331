package dev.convene.store.jpa;

import dev.convene.core.archive.ArchiveStores;
import dev.convene.core.event.EventStores;
import dev.convene.core.meeting.MeetingStores;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.cfg.SchemaToolingSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The stores on the application's persistence unit; having this module on the class path chooses them. The entities join
 * those of the application by {@link AutoConfigurationPackage}; one that names its packages by {@code @EntityScan} adds
 * {@code dev.convene.store.jpa} there.
 */
@AutoConfiguration(
        after = HibernateJpaAutoConfiguration.class,
        beforeName = "dev.convene.starter.JdbcStoresAutoConfiguration")
@AutoConfigurationPackage
class JpaStoresAutoConfiguration {

    @Bean
    HibernatePropertiesCustomizer conveneMigratedTables() {
        return properties ->
                properties.putIfAbsent(SchemaToolingSettings.HBM2DDL_FILTER_PROVIDER, new MigratedTables());
    }

    /** The starter's own stores, which nobody asks for then, bring the tables up to date. */
    @Bean
    @DependsOn("conveneJdbcStores")
    JpaStores conveneJpaStores(EntityManagerFactory entities, ObjectProvider<PlatformTransactionManager> transactions) {
        return new JpaStores(entities, transactions.getIfUnique(() -> new JpaTransactionManager(entities)));
    }

    @Bean
    @ConditionalOnMissingBean
    MeetingStores conveneMeetingStores(JpaStores stores) {
        return stores.meetings();
    }

    @Bean
    @ConditionalOnMissingBean
    EventStores conveneEventStores(JpaStores stores) {
        return stores.events();
    }

    @Bean
    @ConditionalOnMissingBean
    ArchiveStores conveneArchiveStores(JpaStores stores) {
        return stores.archives();
    }
}
