package dev.convene.store.jpa;

import static dev.convene.testkit.ExampleMeeting.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingQuery;
import dev.convene.core.meeting.MeetingService;
import dev.convene.core.meeting.MeetingStores;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.SettableClock;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** An application that works by JPA adds the module, and its own rows and Convene's are kept together or not at all. */
class HostTransactionTest {

    private static final Caller ADA = new Caller(TENANT, "ada", "Ada", false);

    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        context = new SpringApplication(Host.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                        "--spring.jpa.hibernate.ddl-auto=update",
                        "--convene.audit.enabled=true",
                        "--convene.jwt.secret=the secret of the application under test");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Host {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }

        @Bean
        FakeProvider provider(SettableClock clock) {
            return new FakeProvider(clock);
        }

        @Bean
        Visits visits(EntityManager entities, MeetingService meetings) {
            return new Visits(entities, meetings);
        }
    }

    /** A table of the host's own. */
    @Entity
    static class Appointment {

        @Id
        String id;

        String meeting;
    }

    /** What the host does in one transaction. */
    static class Visits {

        private final EntityManager entities;
        private final MeetingService meetings;

        Visits(EntityManager entities, MeetingService meetings) {
            this.entities = entities;
            this.meetings = meetings;
        }

        @Transactional
        public Meeting arrange(String id, boolean fail) {
            Meeting meeting = meetings.create(ADA, NewMeeting.plain());
            var appointment = new Appointment();
            appointment.id = id;
            appointment.meeting = meeting.link().value();
            entities.persist(appointment);
            if (fail) {
                throw new IllegalArgumentException("the doctor is away");
            }
            return meeting;
        }
    }

    @Test
    void theModuleOnTheClassPathChoosesTheStores() {
        assertThat(context.getBean(MeetingStores.class).usage()).isInstanceOf(JpaTenantUsage.class);
    }

    @Test
    void bothAreKept() {
        Meeting meeting = context.getBean(Visits.class).arrange("a-1", false);

        assertThat(meetings().get(ADA, meeting.link())).isEqualTo(meeting);
        assertThat(context.getBean(EntityManager.class).find(Appointment.class, "a-1").meeting)
                .isEqualTo(meeting.link().value());
    }

    @Test
    void neitherIsKeptIfTheHostGivesUp() {
        int before = meetings().list(ADA, MeetingQuery.all(100)).meetings().size();

        assertThatThrownBy(() -> context.getBean(Visits.class).arrange("a-2", true))
                .hasMessage("the doctor is away");

        assertThat(meetings().list(ADA, MeetingQuery.all(100)).meetings()).hasSize(before);
        assertThat(context.getBean(EntityManager.class).find(Appointment.class, "a-2"))
                .isNull();
    }

    @Test
    void theAuditLogIsWrittenInTheSameTransaction() {
        var visits = context.getBean(Visits.class);
        var jdbc = context.getBean(JdbcClient.class);
        var outbox = jdbc.sql("select count(*) from convene_audit_outbox").query(Long.class);
        var host = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));

        host.executeWithoutResult(status -> {
            long before = outbox.single();
            visits.arrange("a-3", false);
            assertThat(outbox.single()).isEqualTo(before + 1);
            status.setRollbackOnly();
        });

        assertThat(context.getBean(EntityManager.class).find(Appointment.class, "a-3"))
                .isNull();
    }

    private static MeetingService meetings() {
        return context.getBean(MeetingService.class);
    }
}
