package dev.convene.server;

import java.util.List;
import org.springframework.boot.SpringApplication;

/** Starts the server, which goes on when this is done. */
final class StartCommand implements Command {

    private static final String TLS = "--tls";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String summary() {
        return "start the server and print its address (also what no command at all does)";
    }

    @Override
    public String options() {
        return """
                --tls             serve HTTPS, for a second device: browsers give a camera only to secure pages
                --KEY=VALUE       any setting, such as --convene.join.opens-before=15m
                """;
    }

    @Override
    public int run(List<String> words) {
        Command.requireKnown(words, TLS);
        SpringApplication.run(
                ConveneServer.class,
                words.stream()
                        .map(it -> it.equals(TLS) ? "--convene.tls.enabled=true" : it)
                        .toArray(String[]::new));
        return 0;
    }
}
