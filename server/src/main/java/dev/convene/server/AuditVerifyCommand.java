package dev.convene.server;

import dev.convene.core.audit.AuditHead;
import dev.convene.core.audit.AuditVerifier;
import dev.convene.core.audit.AuditVerifier.Verdict;
import dev.convene.starter.AuditAutoConfiguration;
import dev.convene.starter.JdbcStoresAutoConfiguration;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Checks the audit log, with the databases of the server's settings and without a server. */
final class AuditVerifyCommand implements Command {

    private static final int FAULTS = 1;
    private static final String SINCE = "--since=";
    private static final Pattern NOTED = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    private final PrintStream out;
    private final PrintStream err;

    AuditVerifyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The stores alone: nothing listens, and nothing happens by itself. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcStoresAutoConfiguration.class,
        AuditAutoConfiguration.class
    })
    static class Stores {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Override
    public String name() {
        return "audit verify";
    }

    @Override
    public String summary() {
        return "check that nobody changed the audit log";
    }

    @Override
    public String options() {
        return """
                --since=N:HASH    what an earlier check printed: the log must still be the one it was then
                --KEY=VALUE       any setting, as for start
                """;
    }

    @Override
    public int run(List<String> words) {
        Command.requireKnown(words);
        Optional<AuditHead> noted = words.stream()
                .filter(it -> it.startsWith(SINCE))
                .map(AuditVerifyCommand::noted)
                .findFirst();
        return verify(words.stream().filter(it -> !it.startsWith(SINCE)).toArray(String[]::new), noted);
    }

    private static AuditHead noted(String option) {
        Matcher parts = NOTED.matcher(option.substring(SINCE.length()));
        if (!parts.matches()) {
            throw new Misunderstood(option + " is not what a check prints: a number, a colon and 64 digits.");
        }
        return new AuditHead(Long.parseLong(parts.group(1)), parts.group(2));
    }

    private int verify(String[] settings, Optional<AuditHead> noted) {
        var application = new SpringApplication(Stores.class);
        application.setMainApplicationClass(ConveneServer.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        // whether there is a log is found out before anything of it is needed
        application.setLazyInitialization(true);
        application.setDefaultProperties(Map.of("convene.migration.mode", "off"));
        try (var context = application.run(settings)) {
            if (!isOn(context.getEnvironment())) {
                err.println("There is no audit log: convene.audit.enabled (ADD_AUDIT_LOG_MIXIN) is not true.");
                return Commands.MISUNDERSTOOD;
            }
            return report(context.getBean(AuditVerifier.class).verify(noted));
        }
    }

    private int report(Verdict verdict) {
        AuditHead last = verdict.last();
        if (!verdict.faults().isEmpty()) {
            verdict.faults().forEach(out::println);
            return FAULTS;
        }
        out.println(last.position() + " entries: none was changed, moved or removed.");
        out.println("Keep this elsewhere; given to the next check, it shows if the log was written anew:");
        out.println("  " + SINCE + last.position() + ":" + last.hash());
        return 0;
    }

    private static boolean isOn(Environment environment) {
        return environment.getProperty("convene.audit.enabled", Boolean.class, false);
    }
}
