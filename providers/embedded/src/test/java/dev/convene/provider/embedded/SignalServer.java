package dev.convene.provider.embedded;

import dev.convene.core.provider.Grant;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A real server with nothing but this provider, as its auto-configuration makes it. */
final class SignalServer implements AutoCloseable {

    private final ConfigurableApplicationContext context = new SpringApplication(Application.class)
            .run(
                    "--server.port=0",
                    "--server.address=127.0.0.1",
                    "--spring.main.banner-mode=off",
                    "--spring.threads.virtual.enabled=true",
                    "--logging.level.root=warn",
                    "--convene.embedded.token-secret=a secret of the tests, 32 bytes and more",
                    "--convene.embedded.allowed-origins=https://app.example.org",
                    "--convene.embedded.ice-servers[0].urls=stun:stun.example.org");
    private final HttpClient http = HttpClient.newHttpClient();

    URI uri() {
        return URI.create("ws://127.0.0.1:" + port() + SignalSocketConfiguration.PATH);
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    EmbeddedProvider provider() {
        return context.getBean(EmbeddedProvider.class);
    }

    RecordedCore core() {
        return context.getBean(RecordedCore.class);
    }

    WebSocketClient connect() {
        return WebSocketClient.connect(http, uri());
    }

    WebSocketClient connectFrom(String origin) {
        return WebSocketClient.connectFrom(origin, http, uri());
    }

    WebSocketClient join(RoomId room, String identity, Role role) {
        Instant now = Instant.now();
        var grant = new Grant(new Participant(identity, "Name of " + identity), role, now, now.plusSeconds(300));
        return connect().joins(provider().issueToken(room, grant).value());
    }

    /** Ends as a signal to the process would end it. */
    void shutDown() {
        context.close();
    }

    @Override
    public void close() {
        shutDown();
        http.shutdownNow();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        RecordedCore core() {
            return new RecordedCore();
        }
    }
}
