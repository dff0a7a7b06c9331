package dev.convene.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.JoinToken;
import dev.convene.starter.security.EveryPermission;
import dev.convene.starter.web.RestServer.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Walks every route there is, with the ids of one tenant, as a caller of another who holds every permission. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationIT {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final Set<String> OPEN_TO_WHO_HOLDS_THE_LINK = Set.of("/join/{link}", "/meet/{link}");
    private static final Map<String, Object> ACME =
            Map.of("id", "alice", "tenantId", "acme", "permissions", EveryPermission.keys());
    private static final Map<String, Object> GLOBEX =
            Map.of("id", "alice", "tenantId", "globex", "permissions", EveryPermission.keys());

    private RestServer server;
    private Map<String, String> ids = Map.of();

    @BeforeAll
    void aTenantWithOneOfEach() {
        server = RestServer.startWith("--convene.audit.enabled=true");
        String link = server.as(ACME, "POST", "/session", "{\"title\":\"Board of Acme\"}")
                .json()
                .get("code")
                .asString();
        ids = Map.of("link", link, "id", archiveOf(link));
        AuditLogReader.of(server, "acme").await(1, "");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** One operation, such as {@code PATCH /session/{link}}. */
    record Route(RequestMethod method, String path) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    Stream<Route> routesWithAnId() {
        return routes().filter(it -> it.path().contains("{"));
    }

    Stream<Route> lists() {
        return routes().filter(
                        it -> it.method() == RequestMethod.GET && !it.path().contains("{"));
    }

    @ParameterizedTest
    @MethodSource("routesWithAnId")
    void anotherTenantsIdIsUnknown(Route route) {
        String before = everythingOfAcme();

        Answer answer = server.as(GLOBEX, route.method().name(), filled(route), "{}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("Board of Acme");
        assertThat(everythingOfAcme()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void anotherTenantsListIsEmpty(Route route) {
        Answer answer = server.as(GLOBEX, "GET", route.path(), "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain("Board of Acme");
        ids.values().forEach(id -> assertThat(answer.text()).doesNotContain(id));
    }

    @Test
    void theWalkSeesTheRoutes() {
        assertThat(new TreeSet<>(routes().map(Route::toString).toList()))
                .contains(
                        "PATCH /session/{link}",
                        "GET /session",
                        "GET /session/{link}/attendance",
                        "DELETE /archives/{id}");
    }

    private String filled(Route route) {
        return VARIABLE.matcher(route.path()).replaceAll(it -> Matcher.quoteReplacement(id(it.group(1), route)));
    }

    private String id(String variable, Route route) {
        assertThat(ids)
                .as("%s needs an id: give this test one of Acme's", route)
                .containsKey(variable);
        return ids.get(variable);
    }

    private String everythingOfAcme() {
        return server.as(ACME, "GET", "/session/" + ids.get("link"), "").text()
                + server.as(ACME, "GET", "/session/" + ids.get("link") + "/attendance", "")
                        .text()
                + server.as(ACME, "GET", "/archives/" + ids.get("id"), "").text();
    }

    /** Somebody is in, and it is recorded. */
    private String archiveOf(String link) {
        String token = server.as(ACME, "POST", "/session/" + link + "/token", "{}")
                .json()
                .get("token")
                .asString();
        assertThat(server.provider().join(new JoinToken(token, RestServer.NOW.plusSeconds(60))))
                .isPresent();
        return server.as(ACME, "POST", "/session/" + link + "/archives", "")
                .json()
                .get("id")
                .asString();
    }

    private Stream<Route> routes() {
        return server.handlerMappings()
                .flatMap(TenantIsolationIT::routes)
                .filter(it -> Stream.of("/session", "/archives", "/audit-logs")
                        .anyMatch(root -> it.path().startsWith(root)))
                .filter(it -> !OPEN_TO_WHO_HOLDS_THE_LINK.contains(it.path()))
                .distinct();
    }

    private static Stream<Route> routes(RequestMappingInfo mapping) {
        List<RequestMethod> methods = List.copyOf(mapping.getMethodsCondition().getMethods());
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> new Route(method, path)));
    }
}
