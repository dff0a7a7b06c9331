package dev.convene.provider.vonage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.convene.vendor.testkit.OpenApiCheck;
import dev.convene.vendor.testkit.VendorAnswer;
import dev.convene.vendor.testkit.VendorRequest;
import dev.convene.vendor.testkit.VendorStub;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Vonage's REST interface: sessions, connections, archives. It checks credentials, refuses what does not go with the state,
 * and remembers the callbacks that Vonage would send. Thread-safe.
 */
public final class VonageStub extends VendorStub {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PROJECT = Pattern.compile("/v2/project/([^/]+)(/.*)");
    private static final Pattern CONNECTIONS = Pattern.compile("/session/([^/]+)/connection");
    private static final Pattern CONNECTION = Pattern.compile("/session/([^/]+)/connection/([^/]+)");

    private final Credentials credentials;
    private final Map<String, Map<String, String>> sessions = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> connections = new LinkedHashMap<>();
    private final StubArchives archives;
    private final StubCallbacks callbacks;

    public VonageStub(Credentials credentials) {
        super(check(credentials));
        this.credentials = credentials;
        this.callbacks = new StubCallbacks(credentials.project());
        this.archives = new StubArchives(credentials.project(), callbacks);
    }

    /** The file is the unified platform's; the calls below are in the SDKs and in the other platform's description. */
    private static OpenApiCheck check(Credentials credentials) {
        OpenApiCheck check = OpenApiCheck.by(
                        "vonage_video_v0.3.0.yml",
                        // a name with a blank, which the specification forbids
                        it -> it.replace("Vonage JWT", "VonageJWT"))
                .except("/session/create", "validation.request.body.schema.additionalProperties property 'e2ee'")
                .except(
                        "/v2/project/[^/]+/archive",
                        "validation.request.parameter.query.unexpected Query parameter 'sessionId'")
                .except("/v2/project/[^/]+/session/[^/]+/connection", OpenApiCheck.UNKNOWN_PATH)
                .except("/v2/project/[^/]+/archive/storage", OpenApiCheck.UNKNOWN_METHOD);
        return credentials instanceof Credentials.OpenTok ? check.except(".*", "validation.request.security") : check;
    }

    /** Somebody comes in with that connection data; returns the connection's id. */
    public synchronized String enter(String session, String data) {
        String id = UUID.randomUUID().toString();
        connections.computeIfAbsent(session, it -> new LinkedHashMap<>()).put(id, data);
        callbacks.connection("connectionCreated", session, id, data);
        return id;
    }

    /** Somebody comes in with that token, if it is for this session. */
    public synchronized String enterWith(String session, String token) {
        JWTClaimsSet claims = credentials.read(token);
        if (!session.equals(claims.getClaim("session_id"))) {
            throw new IllegalArgumentException("The token is for another session");
        }
        return enter(session, String.valueOf(claims.getClaim("connection_data")));
    }

    public synchronized void leave(String session, String connection) {
        String data = connectionsOf(session).remove(connection);
        if (data != null) {
            callbacks.connection("connectionDestroyed", session, connection, "");
        }
    }

    /** Somebody's camera goes on, or off. */
    public synchronized void stream(String event, String session, String connection) {
        callbacks.stream(event, session, connection, connectionsOf(session).getOrDefault(connection, ""));
    }

    /** The file of a stopped archive is there. */
    public synchronized void complete(String archive) {
        archives.complete(archive);
    }

    /** There is a finished archive. */
    public synchronized void keepArchive(String id, String session) {
        archives.keep(id, session);
    }

    public synchronized int connected(String session) {
        return connectionsOf(session).size();
    }

    /** Who is in the session: connection data by connection. */
    public synchronized Map<String, String> present(String session) {
        return new LinkedHashMap<>(connectionsOf(session));
    }

    /** The session that was opened last. */
    public synchronized String lastSession() {
        return List.copyOf(sessions.keySet()).getLast();
    }

    /** The form that the session was created with. */
    public synchronized Map<String, String> session(String id) {
        return Map.copyOf(sessions.getOrDefault(id, Map.of()));
    }

    /** The bodies of the callbacks since this was last asked, in the order of what happened. */
    public synchronized List<String> takeCallbacks() {
        return callbacks.take();
    }

    @Override
    protected synchronized VendorAnswer answer(VendorRequest request) {
        if (!isAuthentic(request)) {
            return error(403, "Authentication error");
        }
        if (request.path().equals("/session/create")) {
            return create(request);
        }
        Matcher project = PROJECT.matcher(request.path());
        if (!project.matches() || !project.group(1).equals(credentials.project())) {
            return error(404, "Not found");
        }
        String path = project.group(2);
        return path.startsWith("/session/")
                ? inSession(request.method(), path)
                : archives.answer(request, path, this::isLively);
    }

    private boolean isAuthentic(VendorRequest request) {
        Optional<String> token = request.header(credentials.header()).map(it -> it.replaceFirst("^Bearer ", ""));
        try {
            return token.map(credentials::read).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private VendorAnswer create(VendorRequest request) {
        Map<String, String> form = new LinkedHashMap<>();
        request.form().forEach((name, values) -> form.put(name, values.getFirst()));
        boolean relayed = "enabled".equals(form.get("p2p.preference"));
        boolean always = "always".equals(form.get("archiveMode"));
        if ((relayed && (always || form.containsKey("e2ee"))) || (always && form.containsKey("e2ee"))) {
            return error(400, "Invalid request");
        }
        String id = "2_MX4" + UUID.randomUUID().toString().replace("-", "") + "~" + sessions.size() + "-fn5-";
        sessions.put(id, form);
        return VendorAnswer.json(
                200,
                JSON.writeValueAsString(List.of(Map.of(
                        "session_id",
                        id,
                        "project_id",
                        credentials.project(),
                        "partner_id",
                        credentials.project(),
                        "create_dt",
                        "Mon Mar 17 00:41:31 PDT 2014",
                        "media_server_url",
                        ""))));
    }

    private VendorAnswer inSession(String method, String path) {
        Matcher list = CONNECTIONS.matcher(path);
        if (list.matches() && method.equals("GET") && sessions.containsKey(id(list.group(1)))) {
            return list(id(list.group(1)));
        }
        Matcher one = CONNECTION.matcher(path);
        if (one.matches()
                && method.equals("DELETE")
                && connectionsOf(id(one.group(1))).containsKey(one.group(2))) {
            leave(id(one.group(1)), one.group(2));
            return VendorAnswer.empty(204);
        }
        return error(404, "Not found");
    }

    private VendorAnswer list(String session) {
        var items = new ArrayList<Map<String, Object>>();
        connectionsOf(session).keySet().forEach(it -> items.add(connection(it, "Connected")));
        items.add(connection("c6db93f0-8692-438c-944b-cfbaf577c878", "Disconnected"));
        return VendorAnswer.json(
                200,
                JSON.writeValueAsString(Map.of(
                        "count",
                        items.size(),
                        "projectId",
                        credentials.project(),
                        "sessionId",
                        session,
                        "items",
                        items)));
    }

    private static Map<String, Object> connection(String id, String state) {
        return Map.of("connectionId", id, "createdAt", 1747655658197L, "connectionState", state);
    }

    /** Why the session cannot be recorded now: 404 nobody is there, 409 its media does not come by; null if it can be. */
    private Integer isLively(JsonNode archive) {
        String session = archive.path("sessionId").asString("");
        if (connectionsOf(session).isEmpty()) {
            return 404;
        }
        return "enabled".equals(session(session).get("p2p.preference")) ? 409 : null;
    }

    private Map<String, String> connectionsOf(String session) {
        return connections.getOrDefault(session, new LinkedHashMap<>());
    }

    private static String id(String segment) {
        return URLDecoder.decode(segment, UTF_8);
    }

    static VendorAnswer error(int code, String message) {
        return VendorAnswer.json(code, JSON.writeValueAsString(Map.of("code", code, "message", message)));
    }
}
