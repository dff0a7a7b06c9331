package dev.convene.starter.security;

import static dev.convene.starter.security.TestTokens.ISSUER;
import static dev.convene.starter.security.TestTokens.SECRET;
import static dev.convene.starter.security.TestTokens.claims;
import static dev.convene.starter.security.TestTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(
        classes = EchoApplication.class,
        properties = {
            "convene.jwt.secret=" + SECRET,
            "convene.jwt.issuer=" + ISSUER,
            "convene.metrics.token=" + ScraperTest.TOKEN,
            "convene.security.whole-application=true"
        })
@AutoConfigureMockMvc
class ScraperTest {

    static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Autowired
    private MockMvcTester http;

    @Test
    void theTokenOfTheConfigurationReadsTheNumbers() {
        MvcTestResult result = get("/actuator/prometheus", TOKEN);

        assertThat(result).hasStatusOk().bodyText().isEqualTo(EchoApplication.NOBODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/session", "/session/abc/attendees"})
    void itReadsNothingElse(String path) {
        assertThat(get(path, TOKEN)).hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0123456789abcdef0123456789abcdeF", "0123456789abcdef", "0123456789abcdef0123456789abcdef0"})
    void anotherTokenDoesNot(String token) {
        assertThat(get("/actuator/prometheus", token)).hasStatus(401);
    }

    @Test
    void inACookieItIsNone() {
        assertThat(http.get().uri("/actuator/prometheus").cookie(new Cookie(Credential.COOKIE, TOKEN)))
                .hasStatus(401);
    }

    @Test
    void holdersOfThePermissionReadThemAsBefore() {
        assertThat(get("/actuator/prometheus", signed(claims("GetMetrics")))).hasStatusOk();
        assertThat(get("/actuator/prometheus", signed(claims("GetMeetings")))).hasStatus(403);
    }

    private MvcTestResult get(String path, String token) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }
}
