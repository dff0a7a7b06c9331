package dev.convene.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.MeetingService;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.TenantId;
import dev.convene.starter.ConveneDataSource;
import dev.convene.testkit.FakeProvider;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where Convene's tables go in an application with several databases. */
class SeveralDataSourcesTest {

    private static final Caller ANN = new Caller(TenantId.DEFAULT, "ann", "Ann", false);

    private final WebApplicationContextRunner application =
            new WebApplicationContextRunner().withUserConfiguration(Application.class);

    @Test
    void theMarkedOneHasThem() {
        application.withUserConfiguration(Marked.class).run(context -> {
            context.getBean(MeetingService.class).create(ANN, NewMeeting.plain());

            assertThat(tables(context, "meetings")).isPositive();
            assertThat(tables(context, "orders")).isZero();
        });
    }

    @Test
    void elseThePrimaryOne() {
        application.withUserConfiguration(WithAPrimaryOne.class).run(context -> {
            assertThat(tables(context, "orders")).isPositive();
            assertThat(tables(context, "archive")).isZero();
        });
    }

    @Test
    void elseTheStartSaysHowToChoose() {
        application
                .withUserConfiguration(Ambiguous.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContainingAll("orders", "archive", "@ConveneDataSource"));
    }

    private static int tables(ApplicationContext context, String dataSource) {
        return new JdbcTemplate(context.getBean(dataSource, DataSource.class))
                .queryForObject(
                        "select count(*) from information_schema.tables where lower(table_name) like 'convene_%'",
                        Integer.class);
    }

    private static DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    @Configuration(proxyBeanMethods = false)
    // Flyway for the application itself would have to be told its data source as well
    @EnableAutoConfiguration(exclude = {UserDetailsServiceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Application {

        @Bean
        FakeProvider provider(Clock clock) {
            return new FakeProvider(clock);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Marked {

        @Bean
        @Primary
        DataSource orders() {
            return database();
        }

        @Bean
        @ConveneDataSource
        DataSource meetings() {
            return database();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithAPrimaryOne {

        @Bean
        @Primary
        DataSource orders() {
            return database();
        }

        @Bean
        DataSource archive() {
            return database();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Ambiguous {

        @Bean
        DataSource orders() {
            return database();
        }

        @Bean
        DataSource archive() {
            return database();
        }
    }
}
