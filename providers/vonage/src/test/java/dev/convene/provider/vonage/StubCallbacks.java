package dev.convene.provider.vonage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The callbacks that Vonage would send, in the form of the samples. */
final class StubCallbacks {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String project;
    private final List<String> bodies = new ArrayList<>();
    private final Map<String, Long> created = new LinkedHashMap<>();
    // each event a second after the one before it, and all of them in the past
    private long now = System.currentTimeMillis() - 300_000;

    StubCallbacks(String project) {
        this.project = project;
    }

    long now() {
        now += 1000;
        return now;
    }

    void connection(String event, String session, String id, String data) {
        long at = now();
        created.putIfAbsent(id, at - 165);
        var body = event(event, session, at);
        body.put("connection", connectionOf(id, data));
        if (event.endsWith("Destroyed")) {
            body.put("reason", "clientDisconnected");
        }
        send(body);
    }

    void stream(String event, String session, String connection, String data) {
        long at = now();
        var body = event(event, session, at);
        body.put(
                "stream",
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "connection",
                        connectionOf(connection, data),
                        "createdAt",
                        at - 100,
                        "name",
                        "",
                        "videoType",
                        "camera"));
        send(body);
    }

    void archive(Map<String, Object> archive) {
        send(archive);
    }

    List<String> take() {
        var taken = List.copyOf(bodies);
        bodies.clear();
        return taken;
    }

    private Map<String, Object> event(String event, String session, long at) {
        var body = new LinkedHashMap<String, Object>();
        body.put("sessionId", session);
        body.put("projectId", project);
        body.put("event", event);
        body.put("timestamp", at);
        return body;
    }

    private Map<String, Object> connectionOf(String id, String data) {
        return Map.of("id", id, "createdAt", created.getOrDefault(id, now), "data", data);
    }

    private void send(Map<String, Object> body) {
        bodies.add(JSON.writeValueAsString(body));
    }
}
