package dev.convene.server.vonage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.convene.provider.vonage.Credentials;
import dev.convene.provider.vonage.VonageStub;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Serves a script in place of Vonage's browser client, from an origin of its own, and is what that script connects to. */
final class FakeClientServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final VonageStub vonage;
    private final Credentials credentials;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Map<String, Object>> events = new ArrayList<>();

    FakeClientServer(VonageStub vonage, Credentials credentials) throws IOException {
        this.vonage = vonage;
        this.credentials = credentials;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
            Map<String, String> query = query(exchange.getRequestURI());
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            switch (exchange.getRequestURI().getPath()) {
                case "/opentok.js" -> send(exchange, 200, "text/javascript", script());
                case "/enter" -> enter(exchange, query, body);
                case "/leave" -> {
                    vonage.leave(query.get("session"), query.get("connection"));
                    json(exchange, Map.of());
                }
                case "/say" -> {
                    say(query, body);
                    json(exchange, Map.of());
                }
                default -> feed(exchange, query);
            }
        }
    }

    private void enter(HttpExchange exchange, Map<String, String> query, String body) throws IOException {
        String token = JSON.readTree(body).path("token").asString();
        try {
            String id = vonage.enterWith(query.get("session"), token);
            var claims = credentials.read(token);
            json(
                    exchange,
                    Map.of("id", id, "data", claims.getClaim("connection_data"), "role", claims.getClaim("role")));
        } catch (IllegalArgumentException e) {
            send(exchange, 403, "text/plain", String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("unchecked")
    private synchronized void say(Map<String, String> query, String body) {
        Map<String, Object> event = new LinkedHashMap<>(JSON.readValue(body, Map.class));
        event.put("n", events.size() + 1);
        event.put("from", query.get("connection"));
        event.put("session", query.get("session"));
        events.add(event);
    }

    private synchronized void feed(HttpExchange exchange, Map<String, String> query) throws IOException {
        int after = Integer.parseInt(query.get("after"));
        List<Map<String, Object>> present = vonage.present(query.get("session")).entrySet().stream()
                .map(it -> Map.<String, Object>of("id", it.getKey(), "data", it.getValue()))
                .toList();
        List<Map<String, Object>> happened = events.stream()
                .filter(it -> (int) it.get("n") > after && query.get("session").equals(it.get("session")))
                .toList();
        json(exchange, Map.of("present", present, "events", happened));
    }

    private static String script() throws IOException {
        try (InputStream script = FakeClientServer.class.getResourceAsStream("/vonage/opentok.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        }
    }

    private static void json(HttpExchange exchange, Object value) throws IOException {
        send(exchange, 200, "application/json", JSON.writeValueAsString(value));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> query(URI uri) {
        String query = uri.getQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(it -> it.split("=", 2))
                        .collect(Collectors.toMap(it -> it[0], it -> it[1]));
    }
}
