package dev.convene.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Neither takes over what is the other's. */
@SpringBootTest(
        classes = Shop.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:shop",
            "spring.flyway.locations=classpath:shop-migrations",
            "spring.jackson.property-naming-strategy=SNAKE_CASE",
            "spring.jackson.default-property-inclusion=non_null",
            "spring.mvc.static-path-pattern=/assets/**",
            "spring.mvc.problemdetails.enabled=true"
        })
@AutoConfigureMockMvc
class EmbeddedInAnApplicationTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theApplicationsEndpointsAnswerAsBefore() {
        assertThat(http.get().uri("/orders/1").with(basic("carl")))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("{\"order_id\":1}");
        assertThat(http.get().uri("/orders/1").accept(MediaType.APPLICATION_JSON))
                .hasStatus(401);
        assertThat(http.get().uri("/orders/1").with(basic("carl"))).doesNotContainHeader("Content-Security-Policy");
    }

    @Test
    void eachAnswersForItsOwnFailures() {
        assertThat(http.get().uri("/orders/2").with(basic("carl")))
                .hasStatus(418)
                .bodyText()
                .isEqualTo("the shop's answer");

        MvcTestResult unknown =
                http.get().uri("/session/none").session(signedIn("olga")).exchange();
        assertThat(unknown).hasStatus(404).hasContentType("application/problem+json");
        assertThat(json(unknown).at("/error/message").asString()).isEqualTo("Meeting Not Found");
        assertThat(as("olga").content("no JSON")).hasStatus(400);
        assertThat(as("olga").contentType(MediaType.TEXT_PLAIN).content("{}"))
                .hasStatus(415)
                .hasContentType("application/problem+json");
    }

    @Test
    void convenesJsonIsThatOfItsApiWhateverTheApplicationsIs() {
        String code = json(as("olga").content("{}").exchange()).get("code").asString();

        JsonNode meeting = json(
                http.get().uri("/session/" + code).session(signedIn("olga")).exchange());
        assertThat(meeting.propertyNames()).contains("sessionId", "title");
        assertThat(meeting.get("title").isNull()).isTrue();
    }

    @Test
    void itsUsersAreWhoTheyAreToTheApplication() {
        String code = json(as("olga").content("{}").exchange()).get("code").asString();

        assertThat(join(code, "olga"))
                .containsEntry("identity", "olga")
                .containsEntry("name", "Olga Owner")
                .containsEntry("role", "moderator");
        assertThat(join(code, "carl")).containsEntry("identity", "carl").containsEntry("role", "publisher");
    }

    @Test
    void theyMayDoWhatTheApplicationPermits() {
        MvcTestResult refused = as("carl").content("{}").exchange();

        assertThat(refused).hasStatus(403);
        assertThat(json(refused).get("code").asString()).isEqualTo("not-permitted");
        assertThat(http.post()
                        .uri("/session")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(401);
    }

    @ParameterizedTest
    @CsvSource({"NOT_ALLOWED,403", "CONFLICT,409", "INVALID,422"})
    void aRefusalByItsHookIsAProblemWithTheHooksCodeAndWords(String reason, int status) {
        MvcTestResult refused =
                as("olga").content("{\"title\": \"" + reason + "\"}").exchange();

        assertThat(refused).hasStatus(status).hasContentType("application/problem+json");
        assertThat(json(refused).get("code").asString()).isEqualTo("sold-out");
        assertThat(json(refused).get("detail").asString()).isEqualTo("There are none left.");
    }

    @Test
    void aPageElsewhereCannotMakeUseOfTheirSession() {
        assertThat(as("olga").header("Sec-Fetch-Site", "cross-site").content("{}"))
                .hasStatus(403);
        assertThat(as("olga").header("Origin", "https://elsewhere.example").content("{}"))
                .hasStatus(403);
        assertThat(as("olga").header("Sec-Fetch-Site", "same-origin").content("{}"))
                .hasStatusOk();
    }

    @Test
    void itsMigrationsGoFirstAndEachHasAHistoryOfItsOwn() {
        assertThat(scripts("flyway_schema_history")).startsWith("V1__orders.sql");
        assertThat(scripts("convene_schema_history"))
                .contains("V1__meetings.sql")
                .doesNotContain("V1__orders.sql");
    }

    @Test
    void itsPagesAreThereWhereverTheApplicationHasItsStaticFiles() {
        assertThat(http.get().uri("/convene/js/api.js")).hasStatusOk();
        assertThat(http.get().uri("/meet/some-link")).hasStatusOk().hasForwardedUrl("/convene/meet.html");
    }

    private Iterable<String> scripts(String history) {
        return jdbc.sql("select \"script\" from \"" + history + "\" where \"type\" = 'SQL' order by \"installed_rank\"")
                .query(String.class)
                .list();
    }

    private Map<String, Object> join(String code, String user) {
        MvcTestResult joined = http.post()
                .uri("/join/" + code)
                .session(signedIn(user))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .exchange();
        return JsonMapper.shared().convertValue(json(joined), new TypeReference<>() {});
    }

    private MockMvcRequestBuilder as(String user) {
        return http.post().uri("/session").session(signedIn(user)).contentType(MediaType.APPLICATION_JSON);
    }

    /** What the application's form login leaves behind. */
    private MockHttpSession signedIn(String user) {
        MvcTestResult login = http.post()
                .uri("/login")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("username", user)
                .param("password", "pw")
                .exchange();
        return (MockHttpSession) login.getRequest().getSession();
    }

    private static RequestPostProcessor basic(String user) {
        return SecurityMockMvcRequestPostProcessors.httpBasic(user, "pw");
    }

    private static JsonNode json(MvcTestResult answer) {
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }
}
