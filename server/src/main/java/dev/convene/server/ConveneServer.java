package dev.convene.server;

import java.util.List;
import org.springframework.boot.SpringApplication;
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

    private static final String HELP = """
            Usage: convene [COMMAND] [OPTION…]

            Commands
              start    start the server and print its address (also what no command at all does)
              help     print this text

            Options of start
              --tls             serve HTTPS, for a second device: browsers give a camera only to secure pages
              --KEY=VALUE       any setting, such as --convene.join.opens-before=15m

            Environment
              PORT, HOST        where to listen (3000 on 127.0.0.1; with --tls on every address)
              CONVENE_HOME      the data folder (./data)
              …                 and more, also in a file .env here or in the data folder: docs/configuration.md
            """;

    /** @param arguments a command, if not {@code start}, and its options */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        boolean named = !words.isEmpty() && !words.getFirst().startsWith("-");
        String command = named ? words.getFirst() : words.contains("--help") ? "help" : "start";
        switch (command) {
            case "start" -> start(named ? words.subList(1, words.size()) : words);
            case "help" -> System.out.print(HELP);
            default -> {
                System.err.println("There is no command " + command + ".\n");
                System.err.print(HELP);
                System.exit(2);
            }
        }
    }

    private static void start(List<String> options) {
        SpringApplication.run(
                ConveneServer.class,
                options.stream()
                        .map(it -> it.equals("--tls") ? "--convene.tls.enabled=true" : it)
                        .toArray(String[]::new));
    }
}
