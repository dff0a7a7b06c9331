package dev.convene.server.e2e;

import dev.convene.server.ConveneServer;
import dev.convene.starter.security.SignInLink;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The server as {@code ./convene} starts it, on a free port, with its data in a folder of the test. */
public final class RunningServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningServer start(Path home, String... settings) {
        return start(new SpringApplication(ConveneServer.class), home, settings);
    }

    /** With beans of a test. */
    static RunningServer with(Class<?> beans, Path home, String... settings) {
        return start(new SpringApplication(ConveneServer.class, beans), home, settings);
    }

    private static RunningServer start(SpringApplication application, Path home, String... settings) {
        var arguments = new ArrayList<String>(Arrays.asList(settings));
        arguments.add("--server.port=0");
        arguments.add("--CONVENE_HOME=" + home);
        arguments.add("--spring.main.banner-mode=off");
        return new RunningServer(application.run(arguments.toArray(String[]::new)));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The link that the start prints. */
    public String signInLink() {
        return context.getBean(SignInLink.class).under(url()).orElseThrow().toString();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
