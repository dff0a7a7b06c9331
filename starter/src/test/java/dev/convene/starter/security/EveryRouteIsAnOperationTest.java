package dev.convene.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.SettableClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes of Convene's controllers and {@link Operations} say the same. */
@TestInstance(Lifecycle.PER_CLASS)
class EveryRouteIsAnOperationTest {

    private final Map<String, Access> routes = new HashMap<>();

    @BeforeAll
    void theRoutesOfConvenesControllers() {
        new WebApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .withPropertyValues("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID())
                .run(context -> context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .forEach((route, handler) -> {
                            if (handler.getBeanType().getPackageName().startsWith("dev.convene.")) {
                                add(route);
                            }
                        }));
    }

    @Test
    void noRouteUnderTheApiIsUnknown() {
        assertThat(routes).isNotEmpty().doesNotContainValue(new Access.Unknown());
    }

    @Test
    void everyRouteThatTakesAPermissionIsAnOperationAndEveryOperationHasARoute() {
        assertThat(routes(Access.Permitted.class))
                .containsExactlyInAnyOrderElementsOf(Operations.ALL.stream()
                        .map(it -> it.method() + " " + it.path())
                        // not a controller's
                        .filter(it -> !it.contains(" /actuator/"))
                        .toList());
    }

    @Test
    void onlyTheseAreOpenToEverybody() {
        assertThat(routes(Access.Open.class))
                .containsExactlyInAnyOrder(
                        "GET /meet/", "GET /meet/{link}", "POST /webhooks/session", "POST /webhooks/{provider}");
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        FakeProvider provider() {
            return new FakeProvider(new SettableClock());
        }
    }

    private void add(RequestMappingInfo route) {
        List<RequestMethod> methods =
                new ArrayList<>(route.getMethodsCondition().getMethods());
        assertThat(methods).as("methods of %s", route).isNotEmpty();
        for (String pattern : route.getPatternValues()) {
            var path = PathContainer.parsePath(pattern.replaceAll("\\{[^}]+}", "x"));
            methods.forEach(
                    it -> routes.put(it + " " + pattern, Operations.accessTo(HttpMethod.valueOf(it.name()), path)));
        }
    }

    private List<String> routes(Class<? extends Access> access) {
        return routes.entrySet().stream()
                .filter(it -> access.isInstance(it.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
