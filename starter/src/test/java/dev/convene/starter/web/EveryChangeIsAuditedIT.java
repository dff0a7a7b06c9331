package dev.convene.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.WebhookRequest;
import dev.convene.starter.security.EveryPermission;
import dev.convene.starter.web.RestServer.Answer;
import dev.convene.testkit.FakeWebhooks;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.JsonNode;

/** Walks every route that may change something, and finds the change in the audit log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryChangeIsAuditedIT {

    private static final Set<RequestMethod> CHANGING =
            Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    /** Who is signed in is in the browser's cookie: no record changes. */
    private static final Set<String> CHANGE_NO_RECORD = Set.of("POST /console/sign-in", "POST /console/sign-out");

    private static final String MEETINGS = "Video_Chat_Session_Logs";
    private static final String ATTENDEES = "Session_Attendees_Logs";
    private static final String ARCHIVES = "Session_Archives_Logs";
    private static final Map<String, Object> ALICE = Map.of("id", "alice", "permissions", EveryPermission.keys());

    /** How a route is used so that it changes something, and what is to be found then. */
    private final Map<String, Use> uses = Map.ofEntries(
            use("POST /session", "INSERT_ONE", MEETINGS, id -> asAlice("POST", "/session", "{}", id)),
            use(
                    "PATCH /session/{link}",
                    "UPDATE_ONE",
                    MEETINGS,
                    id -> asAlice("PATCH", meeting(), "{\"title\":\"New\"}", id)),
            use(
                    "PATCH /session/{link}/end",
                    "UPDATE_ONE",
                    MEETINGS,
                    id -> asAlice("PATCH", meeting() + "/end", "", id)),
            use(
                    "POST /session/{link}/token",
                    "UPDATE_ONE",
                    MEETINGS,
                    id -> asAlice("POST", meeting() + "/token", "{}", id)),
            use("POST /join/{link}", "UPDATE_ONE", MEETINGS, this::join),
            use("POST /session/{link}/archives", "INSERT_ONE", ARCHIVES, id -> startArchive(id)),
            use("POST /archives/{id}/stop", "UPDATE_ONE", ARCHIVES, id -> asAlice("POST", archive() + "/stop", "", id)),
            use(
                    "PUT /archives/{id}/layout",
                    "UPDATE_ONE",
                    ARCHIVES,
                    id -> asAlice("PUT", archive() + "/layout", "{\"layout\":\"pip\"}", id)),
            use("DELETE /archives/{id}", "DELETE_ONE", ARCHIVES, id -> asAlice("DELETE", readyArchive(), "", id)),
            use(
                    "PUT /archives/storage-target",
                    "INSERT_ONE",
                    "Storage_Targets_Logs",
                    id -> asAlice("PUT", "/archives/storage-target", "{\"name\":\"AWSS3\",\"bucket\":\"b\"}", id)),
            use("POST /access-tokens/revoked", "INSERT_ONE", "Revoked_Token_Logs", this::revoke),
            use("POST /webhooks/session", "INSERT_ONE", ATTENDEES, id -> report("session", id)),
            use("POST /webhooks/{provider}", "INSERT_ONE", ATTENDEES, id -> report("fake", id)));

    private RestServer server;

    record Use(String action, String actionKey, Request request) {}

    @FunctionalInterface
    interface Request {
        Answer send(String requestId);
    }

    @BeforeAll
    void start() {
        server = RestServer.startWith("--convene.audit.enabled=true");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    Stream<String> changingRoutes() {
        return server.handlerMappings()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .filter(CHANGING::contains)
                                .map(method -> method + " " + path)))
                .filter(it -> !CHANGE_NO_RECORD.contains(it))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("changingRoutes")
    void aChangeIsInTheAuditLog(String route) {
        assertThat(uses).as("say here how %s is used", route).containsKey(route);
        Use use = uses.get(route);
        String requestId = UUID.randomUUID().toString();

        Answer answer = use.request().send(requestId);

        assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
        assertThat(AuditLogReader.of(server, "default").ofRequest(requestId)).anySatisfy(it -> {
            assertThat(it.get("action").asString()).isEqualTo(use.action());
            assertThat(it.get("actionKey").asString()).isEqualTo(use.actionKey());
            assertThat(it.get("actor").asString()).isNotIn("", "0");
            assertThat(it.get("before").isNull()).isEqualTo(use.action().equals("INSERT_ONE"));
            assertThat(it.get("after").isNull()).isEqualTo(use.action().equals("DELETE_ONE"));
            assertThat(it.get("after")).isNotEqualTo(it.get("before"));
        });
    }

    @Test
    void theWalkSeesTheRoutes() {
        assertThat(changingRoutes()).containsAll(uses.keySet());
    }

    private Answer join(String requestId) {
        String path = meeting().replace("/session/", "/join/");
        return server.send("POST", path, "{\"name\":\"Guest\"}".getBytes(), "X-Request-Id", requestId);
    }

    private Answer revoke(String requestId) {
        String token = server.tokenOf(Map.of("id", "mallory", "jti", requestId));
        return asAlice("POST", "/access-tokens/revoked", "{\"token\":\"" + token + "\"}", requestId);
    }

    private Answer startArchive(String requestId) {
        String meeting = meeting();
        server.enter(meeting.substring("/session/".length()));
        return asAlice("POST", meeting + "/archives", "{}", requestId);
    }

    private String archive() {
        return "/archives/" + startArchive("preparation").json().get("id").asString();
    }

    private String readyArchive() {
        String archive = archive();
        JsonNode stopped = asAlice("POST", archive + "/stop", "", "preparation").json();
        server.provider()
                .archives()
                .makeReady(new ArchiveId(stopped.get("metaData").get("id").asString()), 1);
        server.provider().takeReports().forEach(it -> deliver("fake", it, "preparation"));
        return archive;
    }

    private Answer report(String path, String requestId) {
        String room =
                asAlice("GET", meeting(), "", requestId).json().get("sessionId").asString();
        var joined = new Joined(
                requestId,
                new RoomId(room),
                RestServer.NOW,
                new ConnectionId(requestId),
                new Participant("ada", "Ada"));
        return deliver(path, joined, requestId);
    }

    private Answer deliver(String path, ProviderEvent event, String requestId) {
        WebhookRequest webhook = server.provider().webhooks().signed(event);
        return server.send(
                "POST",
                "/webhooks/" + path,
                webhook.body(),
                "X-Request-Id",
                requestId,
                FakeWebhooks.SIGNATURE,
                webhook.header(FakeWebhooks.SIGNATURE).orElseThrow());
    }

    private static Map.Entry<String, Use> use(String route, String action, String actionKey, Request request) {
        return Map.entry(route, new Use(action, actionKey, request));
    }

    private String meeting() {
        return "/session/"
                + asAlice("POST", "/session", "{}", "preparation")
                        .json()
                        .get("code")
                        .asString();
    }

    private Answer asAlice(String method, String path, String body, String requestId) {
        return server.as(ALICE, method, path, body, "X-Request-Id", requestId);
    }
}
