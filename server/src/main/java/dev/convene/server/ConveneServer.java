package dev.convene.server;

import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.metrics.TomcatMetricsAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Convene as a server of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
// Convene's own rules cover every path: no default login, no generated password
@EnableAutoConfiguration(
        exclude = {
            ManagementWebSecurityAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            // tells of HTTP sessions, and there are none
            TomcatMetricsAutoConfiguration.class
        })
@Import({ServerConfiguration.class, MadeWhenAskedFor.class})
public class ConveneServer {

    /** @param arguments a command, if not {@code start}, and its options */
    public static void main(String[] arguments) {
        int exitCode = new Commands(System.out, System.err).run(List.of(arguments));
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
