package dev.convene.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.testkit.InMemoryRevokedTokens;
import dev.convene.testkit.SettableClock;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The one-time link; each test has a link of its own. */
@SpringBootTest(
        classes = {EchoApplication.class, InMemoryRevokedTokens.class},
        properties = {"convene.console.one-time-link=true", "convene.rate-limit.sign-ins=5/1m"})
@AutoConfigureMockMvc
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class ConsoleSignInTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private SignInLink link;

    @Autowired
    private SettableClock clock;

    @Test
    void theLinkSignsInForTwelveHoursWithEveryPermission() {
        assertThat(Answers.json(me(null))).isEqualTo(Map.of("signedIn", false, "oneTimeLink", true));

        MvcTestResult signedIn = signIn(linkToken()).exchange();
        assertThat(signedIn).hasStatus(204);
        Cookie cookie = signedIn.getResponse().getCookie(Credential.COOKIE);

        assertThat(Answers.json(me(cookie)))
                .containsEntry("signedIn", true)
                .containsEntry("id", "console")
                .containsEntry("name", "Host")
                .containsEntry(
                        "permissions", Permission.allKeys().stream().sorted().toList())
                .hasSize(4);
        assertThat(http.get().uri("/session").cookie(cookie)).hasStatusOk();
        clock.advance(Duration.ofHours(12));
        assertThat(http.get().uri("/session").cookie(cookie)).hasStatus(401);
        assertThat(Answers.json(me(cookie))).containsEntry("signedIn", false);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        assertThat(signIn(linkToken()).exchange())
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.SET_COOKIE,
                        it -> assertThat(it.getFirst())
                                .startsWith("convene_session=ey")
                                .contains("; Path=/;", "; Max-Age=43200;", "; HttpOnly", "; SameSite=Strict")
                                .doesNotContain("Secure", "Domain"));
    }

    @Test
    void overHttpsTheCookieStaysThere() {
        assertThat(signIn(linkToken()).secure(true).exchange())
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.SET_COOKIE, it -> assertThat(it.getFirst()).contains("; Secure"));
    }

    @Test
    void theLinkWorksOnce() {
        String token = linkToken();

        assertThat(signIn("guess")).hasStatus(401);
        assertThat(signIn(token)).hasStatus(204);
        MvcTestResult again = signIn(token).exchange();
        assertThat(again).hasStatus(401).doesNotContainHeader(HttpHeaders.SET_COOKIE);
        assertThat(Answers.json(again)).containsEntry("code", "sign-in-refused");
    }

    @Test
    void aPageElsewhereCannotSignInOrOut() {
        assertThat(signIn(linkToken()).header("Sec-Fetch-Site", "cross-site")).hasStatus(403);
        assertThat(http.post().uri("/console/sign-out").header("Origin", "http://evil.example"))
                .hasStatus(403);
        assertThat(signIn(linkToken()).header("Sec-Fetch-Site", "same-origin")).hasStatus(204);
    }

    @Test
    void signingOutRemovesTheCookie() {
        assertThat(http.post().uri("/console/sign-out"))
                .hasStatus(204)
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.SET_COOKIE,
                        it -> assertThat(it.getFirst())
                                .startsWith("convene_session=;")
                                .contains("Max-Age=0", "Path=/"));
    }

    @Test
    void signingOutEndsTheSessionForWhoeverHasACopyOfTheCookie() {
        Cookie cookie = signIn(linkToken()).exchange().getResponse().getCookie(Credential.COOKIE);
        assertThat(http.get().uri("/session").cookie(cookie)).hasStatusOk();

        assertThat(http.post().uri("/console/sign-out").cookie(cookie).header("Sec-Fetch-Site", "same-origin"))
                .hasStatus(204);

        assertThat(http.get().uri("/session").cookie(cookie)).hasStatus(401);
    }

    @Test
    void guessingIsSlow() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("guess")).hasStatus(401);
        }
        assertThat(signIn(linkToken()))
                .hasStatus(429)
                .hasHeader("Retry-After", "12")
                .hasHeader("RateLimit-Policy", "\"sign-ins\";q=5;w=60")
                .hasHeader("RateLimit", "\"sign-ins\";r=0;t=12")
                .hasContentType("application/problem+json");
        assertThat(signIn(linkToken()).with(request -> {
                    request.setRemoteAddr("192.0.2.7");
                    return request;
                }))
                .hasStatus(204);
    }

    @Test
    void aBodyThatIsNoneIsSaidSo() {
        assertThat(http.post()
                        .uri("/console/sign-in")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{"))
                .hasStatus(400)
                .hasContentType("application/problem+json");
        assertThat(http.post()
                        .uri("/console/sign-in")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(401);
    }

    private MockMvcRequestBuilder signIn(String token) {
        return http.post()
                .uri("/console/sign-in")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"token\": \"%s\"}".formatted(token));
    }

    private MvcTestResult me(Cookie cookie) {
        var request = http.get().uri("/console/me");
        return (cookie == null ? request : request.cookie(cookie)).exchange();
    }

    private String linkToken() {
        return link.under(URI.create("http://localhost"))
                .orElseThrow()
                .getFragment()
                .substring("sign-in=".length());
    }
}
