package dev.convene.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.WebhookRequest;
import dev.convene.starter.security.EveryPermission;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.FakeWebhooks;
import dev.convene.testkit.SettableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An application that embeds the starter with the fake provider and a clock that stands, and a client of its API. */
final class RestServer implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final String SECRET = "the secret of the application under test";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private RestServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RestServer start() {
        return startWith();
    }

    static RestServer start(String database, String user) {
        return startWith("--spring.datasource.url=" + database, "--spring.datasource.username=" + user);
    }

    /** @param settings such as {@code --convene.audit.enabled=true} */
    static RestServer startWith(String... settings) {
        var defaults = Map.<String, Object>of(
                "spring.datasource.url",
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                "spring.datasource.username",
                "sa",
                "server.port",
                0,
                "convene.jwt.secret",
                SECRET);
        var application = new SpringApplication(Application.class);
        application.setDefaultProperties(defaults);
        return new RestServer(application.run(settings));
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        SettableClock clock() {
            return new SettableClock(NOW);
        }

        @Bean
        FakeProvider provider(SettableClock clock) {
            return new FakeProvider(clock);
        }

        @Bean
        FakeWebhooks webhooks(FakeProvider provider) {
            return provider.webhooks();
        }
    }

    /** An answer: its status, headers, and body as JSON where it is. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text() {
            return response.body();
        }
    }

    /** What the application's controllers answer to. */
    Stream<RequestMappingInfo> handlerMappings() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    FakeProvider provider() {
        return context.getBean(FakeProvider.class);
    }

    SettableClock clock() {
        return context.getBean(SettableClock.class);
    }

    Answer asAlice(String method, String path, String body, String... headers) {
        return as(Map.of("id", "alice"), method, path, body, headers);
    }

    Answer as(Map<String, Object> person, String method, String path, String body, String... headers) {
        var claims = new HashMap<>(person);
        claims.putIfAbsent("permissions", EveryPermission.keys());
        var all = new ArrayList<>(List.of(headers));
        all.add("authorization");
        all.add("Bearer " + signed(claims));
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
    }

    Answer send(String method, String path, byte[] body, String... headers) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.ofByteArray(body))
                .setHeader("content-type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The answer's first line, to an address that no client of the JDK's would send. */
    String statusLineOf(String methodAndPath) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        String request =
                methodAndPath + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String createdMeeting(String body) {
        return asAlice("POST", "/session", body).json().get("code").asString();
    }

    /** Somebody comes into the meeting, and the provider knows. */
    void enter(String code) {
        String token = asAlice("POST", "/session/" + code + "/token", "{}")
                .json()
                .get("token")
                .asString();
        assertThat(provider().join(new JoinToken(token, clock().instant().plusSeconds(60))))
                .isPresent();
    }

    /** The provider's report arrives; the status of the answer. */
    int deliver(WebhookRequest webhook) {
        String signature = webhook.header(FakeWebhooks.SIGNATURE).orElseThrow();
        return send(
                        "POST",
                        "/webhooks/fake",
                        webhook.body(),
                        FakeWebhooks.SIGNATURE,
                        signature,
                        "content-type",
                        "application/x-www-form-urlencoded")
                .status();
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }

    /** An access token with these claims. */
    String tokenOf(Map<String, Object> claims) {
        return signed(claims);
    }

    private static String signed(Map<String, Object> claims) {
        try {
            var token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
            token.sign(new MACSigner(SECRET));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
