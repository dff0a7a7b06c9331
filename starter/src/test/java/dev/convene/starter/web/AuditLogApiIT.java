package dev.convene.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.starter.security.EveryPermission;
import dev.convene.starter.web.RestServer.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The audit log over HTTP. */
class AuditLogApiIT {

    private static RestServer server;

    @BeforeAll
    static void start() {
        server = RestServer.startWith("--convene.audit.enabled=true");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anEntrySaysWhoDidWhatToWhichMeetingAndWhatItWasBefore() {
        String code = created("acme", "{\"title\":\"Plan\",\"metadata\":{\"doorSecret\":\"12345\",\"n\":1.50}}");
        as("bob", "acme", "PATCH", "/session/" + code, "{\"title\":\"Plan B\"}", "X-Request-Id", "the-edit");

        List<JsonNode> entries = reader("acme").await(2, "entityId=" + code);

        JsonNode edit = entries.getFirst();
        assertThat(edit.get("action").asString()).isEqualTo("UPDATE_ONE");
        assertThat(edit.get("actedOn").asString()).isEqualTo("video_session_details");
        assertThat(edit.get("actionKey").asString()).isEqualTo("Video_Chat_Session_Logs");
        assertThat(edit.get("entityId").asString()).isEqualTo(code);
        assertThat(edit.get("actor").asString()).isEqualTo("bob");
        assertThat(edit.get("actedAt").asString()).isEqualTo("2026-11-23T12:00:00.000Z");
        assertThat(edit.get("requestId").asString()).isEqualTo("the-edit");
        assertThat(edit.get("before").get("title").asString()).isEqualTo("Plan");
        assertThat(edit.get("after").get("title").asString()).isEqualTo("Plan B");
        assertThat(edit.get("hash").asString()).hasSize(64);
        JsonNode creation = entries.getLast();
        assertThat(creation.get("before").isNull()).isTrue();
        assertThat(creation.get("after").get("extMetadata").get("doorSecret").asString())
                .isEqualTo("***");
        assertThat(creation.toString()).doesNotContain("12345");
    }

    @Test
    void entriesAreFoundByActorActionAndTimePageByPage() {
        for (int i = 0; i < 5; i++) {
            as("carol", "initech", "POST", "/session", "{}");
        }
        var reader = reader("initech");
        reader.await(5, "actor=carol&action=INSERT_ONE&from=2026-11-23T12:00:00Z&to=2026-11-23T12:00:01Z");

        JsonNode first = reader.page("actor=carol&limit=3");
        JsonNode second = reader.page(
                "actor=carol&limit=3&cursor=" + first.get("nextCursor").asString());

        assertThat(ids(first)).hasSize(3);
        assertThat(ids(second)).hasSize(2).doesNotContainAnyElementsOf(ids(first));
        assertThat(second.get("nextCursor").isNull()).isTrue();
        assertThat(ids(reader.page("actor=nobody"))).isEmpty();
        assertThat(ids(reader.page("action=DELETE_ONE"))).isEmpty();
        assertThat(ids(reader.page("to=2026-11-23T12:00:00Z"))).isEmpty();
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        String code = created("acme", "{}");
        reader("acme").await(1, "entityId=" + code);

        assertThat(ids(reader("globex").page("entityId=" + code))).isEmpty();
    }

    @Test
    void itTakesAPermissionOfItsOwn() {
        List<String> others = EveryPermission.keys().stream()
                .filter(it -> !it.equals("GetAuditLogs"))
                .toList();

        assertThat(server.as(Map.of("id", "eve", "permissions", others), "GET", "/audit-logs", "")
                        .status())
                .isEqualTo(403);
        assertThat(server.send("GET", "/audit-logs", new byte[0]).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "action=READ, invalid-parameter",
        "limit=0, invalid-parameter",
        "limit=101, invalid-parameter",
        "from=yesterday, invalid-parameter",
        "cursor=abc, invalid-cursor"
    })
    void whatMakesNoSenseIsRefused(String query, String code) {
        assertThat(reader("acme").page(query).get("code").asString()).isEqualTo(code);
    }

    @Test
    void whatIsRefusedLeavesNoEntry() {
        String code = created("acme", "{}");
        as("alice", "acme", "PATCH", "/session/" + code + "/end", "");
        assertThat(as("alice", "acme", "PATCH", "/session/" + code + "/end", "").status())
                .isEqualTo(400);
        String later = created("acme", "{}");
        reader("acme").await(1, "entityId=" + later);

        assertThat(reader("acme").await(2, "entityId=" + code)).hasSize(2);
    }

    @Test
    void aSensibleRequestIdIsTheClientsOwn() {
        assertThat(as("alice", "acme", "GET", "/session", "", "X-Request-Id", "trace-1/a.b:c")
                        .header("x-request-id"))
                .isEqualTo("trace-1/a.b:c");
        assertThat(server.send("GET", "/session", new byte[0], "X-Request-Id", "of-a-401")
                        .header("x-request-id"))
                .isEqualTo("of-a-401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "\"quoted\"", "<script>", "%0a"})
    void anyOtherIsReplaced(String given) {
        String id = as("alice", "acme", "GET", "/session", "", "X-Request-Id", given)
                .header("x-request-id");

        assertThat(id).isNotEqualTo(given).matches("[0-9a-f-]{36}");
    }

    @Test
    void whereItIsOffItSaysHowToTurnItOn() {
        try (var without = RestServer.start()) {
            Answer answer = without.as(
                    Map.of("id", "auditor", "permissions", EveryPermission.keys()), "GET", "/audit-logs", "");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().get("code").asString()).isEqualTo("audit-log-off");
        }
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(it -> it.get("id").asString())
                .collect(Collectors.toList());
    }

    private static AuditLogReader reader(String tenant) {
        return AuditLogReader.of(server, tenant);
    }

    private static String created(String tenant, String body) {
        return as("alice", tenant, "POST", "/session", body).json().get("code").asString();
    }

    private static Answer as(String id, String tenant, String method, String path, String body, String... headers) {
        var person = Map.<String, Object>of("id", id, "tenantId", tenant, "permissions", EveryPermission.keys());
        return server.as(person, method, path, body, headers);
    }
}
