package dev.convene.server;

import dev.convene.starter.Schema;
import dev.convene.starter.jdbc.MigrationReport;
import dev.convene.starter.settings.ConveneProperties;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** {@code migrate}: brings the tables up to date or, with {@code --dry-run}, prints what that would change. */
final class MigrateCommand {

    private MigrateCommand() {}

    /** @param options as those of the start */
    static void run(List<String> options) {
        var application = new SpringApplication(Application.class);
        application.setMainApplicationClass(ConveneServer.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(options.toArray(String[]::new)).close();
    }

    /** The settings and the database of the server, and nothing else of it. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    @EnableConfigurationProperties(ConveneProperties.class)
    static class Application {

        @Bean
        ApplicationRunner migration(DataSource dataSource, ConveneProperties properties) {
            return arguments -> migrate(dataSource, properties, arguments);
        }
    }

    private static void migrate(DataSource dataSource, ConveneProperties properties, ApplicationArguments arguments) {
        var migrations = Schema.migrations(dataSource, properties.migration());
        boolean dryRun = arguments.containsOption("dry-run");
        MigrationReport report = dryRun ? migrations.plan() : migrations.migrate();
        System.out.println(dryRun ? "A dry run: nothing is changed. This would be done:" : "This was done:");
        report.lines().forEach(System.out::println);
    }
}
