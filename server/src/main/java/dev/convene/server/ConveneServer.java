package dev.convene.server;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Convene as a server of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
// Convene's own rules cover every path: no default login, no generated password
@EnableAutoConfiguration(
        exclude = {ServletWebSecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@Import(ServerConfiguration.class)
public class ConveneServer {

    private static final String HELP = """
            Usage: convene [COMMAND] [OPTION…]

            Commands
              start              start the server and print its address (also what no command at all does)
              migrate            bring the database's tables up to date, adopt what is in the predecessor's, and end
              migrations copy FOLDER
                                 copy the migrations to a folder, as SQL files
              help               print this text

            Options
              --tls              of start: serve HTTPS, for a second device: browsers give a camera only to secure pages
              --dry-run          of migrate: only print what would change
              --database=NAME    of migrations copy: postgresql (without it), mariadb, mysql or h2
              --KEY=VALUE        of start and migrate: any setting, such as --convene.join.opens-before=15m

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
            case "migrate" -> MigrateCommand.run(words.subList(1, words.size()));
            case "migrations" -> copy(words.subList(1, words.size()));
            case "help" -> System.out.print(HELP);
            default -> misunderstood("There is no command " + command + ".");
        }
    }

    private static void copy(List<String> words) {
        try {
            System.out.println(CopyCommand.run(words));
        } catch (IllegalArgumentException e) {
            misunderstood(e.getMessage());
        }
    }

    private static void misunderstood(@Nullable String reason) {
        System.err.println(reason + "\n");
        System.err.print(HELP);
        System.exit(2);
    }

    private static void start(List<String> options) {
        SpringApplication.run(
                ConveneServer.class,
                options.stream()
                        .map(it -> it.equals("--tls") ? "--convene.tls.enabled=true" : it)
                        .toArray(String[]::new));
    }
}
