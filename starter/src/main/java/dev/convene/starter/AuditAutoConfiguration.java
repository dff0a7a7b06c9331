package dev.convene.starter;

import dev.convene.core.audit.AuditCarrier;
import dev.convene.core.audit.AuditLog;
import dev.convene.core.audit.AuditOrigin;
import dev.convene.core.audit.AuditOutbox;
import dev.convene.core.audit.AuditTrail;
import dev.convene.core.audit.AuditVerifier;
import dev.convene.starter.JdbcStoresAutoConfiguration.Database;
import dev.convene.starter.jdbc.AuditDatabase;
import dev.convene.starter.jdbc.JdbcAuditOutbox;
import dev.convene.starter.settings.AuditProperties;
import dev.convene.starter.settings.ConveneProperties;
import dev.convene.starter.settings.ConveneProperties.Migration.Mode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import tools.jackson.databind.json.JsonMapper;

/** The audit log, if it is wanted: whatever stores there are, their changes are recorded. */
@AutoConfiguration(after = JdbcStoresAutoConfiguration.class)
@ConditionalOnBooleanProperty("convene.audit.enabled")
@EnableConfigurationProperties({AuditProperties.class, ConveneProperties.class})
public class AuditAutoConfiguration {

    @Bean
    static AuditedStores conveneAuditedStores() {
        return new AuditedStores();
    }

    /** After the tables are made, which whoever makes the stores does. */
    @Bean
    @ConditionalOnMissingBean
    @DependsOn("conveneJdbcStores")
    AuditOutbox conveneAuditOutbox(Database database) {
        return new JdbcAuditOutbox(database.dataSource());
    }

    @Bean
    @ConditionalOnMissingBean
    AuditTrail conveneAuditTrail(AuditOutbox outbox, ObjectProvider<AuditOrigin> origin, Clock clock) {
        return new AuditTrail(
                outbox, origin.getIfAvailable(() -> AuditOrigin.NONE), JsonMapper.shared()::writeValueAsString, clock);
    }

    @Bean
    AuditConnections conveneAuditConnections(AuditProperties audit) {
        return new AuditConnections(audit.datasource());
    }

    @Bean
    @ConditionalOnMissingBean
    AuditLog conveneAuditLog(AuditConnections own, Database database, ConveneProperties properties) {
        return new AuditDatabase(
                own.dataSource().orElse(database.dataSource()),
                properties.migration().mode() == Mode.AT_START);
    }

    @Bean
    Chore conveneAuditDelivery(AuditOutbox outbox, AuditLog log, Clock clock, ObjectProvider<MeterRegistry> metrics) {
        var delivery = new AuditDelivery(new AuditCarrier(outbox, log), clock);
        metrics.ifAvailable(it -> it.gauge("convene.audit.delay.seconds", delivery, AuditDelivery::secondsBehind));
        return new Chore(AuditDelivery.EVERY, delivery::deliver);
    }

    @Bean
    @ConditionalOnMissingBean
    AuditVerifier conveneAuditVerifier(AuditOutbox outbox, AuditLog log, Clock clock) {
        return new AuditVerifier(outbox, log, clock);
    }
}
