package dev.convene.server;

import dev.convene.starter.AuditConnections;
import dev.convene.starter.Schema;
import dev.convene.starter.jdbc.MigrationReport;
import dev.convene.starter.jdbc.Migrations;
import dev.convene.starter.settings.AuditProperties;
import dev.convene.starter.settings.ConveneProperties;
import java.io.PrintStream;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** Brings the tables up to date or, with {@code --dry-run}, prints what that would change. */
final class MigrateCommand implements Command {

    private static final String DRY_RUN = "--dry-run";

    private final PrintStream out;

    MigrateCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "migrate";
    }

    @Override
    public String summary() {
        return "bring the database's tables up to date, adopt what is in the predecessor's, and end";
    }

    @Override
    public String options() {
        return """
                --dry-run         only print what would change
                --KEY=VALUE       any setting, as for start
                """;
    }

    @Override
    public int run(List<String> words) {
        Command.requireKnown(words, DRY_RUN);
        var application = new SpringApplication(Application.class);
        application.setMainApplicationClass(ConveneServer.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        try (var context = application.run(words.toArray(String[]::new))) {
            var properties = context.getBean(ConveneProperties.class);
            var service = context.getBean(DataSource.class);
            boolean dryRun = words.contains(DRY_RUN);
            out.println(dryRun ? "A dry run: nothing is changed. This would be done:" : "This was done:");
            report(Schema.migrations(service, properties.migration()), dryRun);
            migrateAuditLog(context.getBean(AuditProperties.class), service, dryRun);
        }
        return 0;
    }

    private void migrateAuditLog(AuditProperties audit, DataSource service, boolean dryRun) {
        if (audit.enabled()) {
            try (var own = new AuditConnections(audit.datasource())) {
                report(Migrations.ofAuditLog(own.dataSource().orElse(service)), dryRun);
            }
        }
    }

    private void report(Migrations migrations, boolean dryRun) {
        MigrationReport report = dryRun ? migrations.plan() : migrations.migrate();
        report.lines().forEach(out::println);
    }

    /** The settings and the database of the server, and nothing else of it. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    @EnableConfigurationProperties({ConveneProperties.class, AuditProperties.class})
    static class Application {}
}
