package dev.convene.store.jpa;

import dev.convene.core.event.EventStores;
import dev.convene.core.meeting.MeetingStores;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.JpaTransactionManager;

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
    JpaStores conveneJpaStores(EntityManagerFactory entities, JpaTransactionManager transactions) {
        return new JpaStores(entities, transactions);
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
}
