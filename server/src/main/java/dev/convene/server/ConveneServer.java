package dev.convene.server;

import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.Jackson2EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ScheduledTasksObservationAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.metrics.TomcatMetricsAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Convene as a server of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            // Convene's own rules cover every path: no default login, no generated password
            ManagementWebSecurityAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            OAuth2ResourceServerAutoConfiguration.class,
            OAuth2ResourceServerWebSecurityAutoConfiguration.class,
            // tells of HTTP sessions, and there are none
            TomcatMetricsAutoConfiguration.class,
            // each would look through the methods of every bean for annotations, and there are none
            AopAutoConfiguration.class,
            PersistenceExceptionTranslationAutoConfiguration.class,
            ScheduledTasksObservationAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            ValidationAutoConfiguration.class,
            // the stores have their own
            DataSourceInitializationAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class,
            // of the older Jackson, which only Twilio's library asks for
            Jackson2EndpointAutoConfiguration.class
        })
@Import(ServerConfiguration.class)
public class ConveneServer {

    /** @param arguments a command, if not {@code start}, and its options */
    public static void main(String[] arguments) {
        if (!hasLibraries()) {
            System.err.println(
                    "The folder lib is missing, which the build put beside convene-server.jar: copy them together.");
            System.exit(1);
        }
        int exitCode = new Commands(System.out, System.err).run(List.of(arguments));
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static boolean hasLibraries() {
        try {
            Class.forName("org.springframework.boot.SpringApplication", false, ConveneServer.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
