package dev.convene.starter.security;

import static dev.convene.starter.security.TestTokens.SECRET;
import static dev.convene.starter.security.TestTokens.claims;
import static dev.convene.starter.security.TestTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.testkit.SettableClock;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The console of an organisation that has access tokens. */
@SpringBootTest(
        classes = EchoApplication.class,
        properties = {"convene.jwt.secret=" + SECRET, "convene.console.one-time-link=true"})
@AutoConfigureMockMvc
class AccessTokenSignInTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private SignInLink link;

    @Test
    void thereIsNoLink() {
        assertThat(link.under(URI.create("http://localhost"))).isEmpty();
        assertThat(Answers.json(http.get().uri("/console/me").exchange()))
                .isEqualTo(Map.of("signedIn", false, "oneTimeLink", false));
        assertThat(signIn("token", "")).hasStatus(401);
    }

    @Test
    void theTokenItselfIsKeptAsLongAsItLives() {
        String token = signed(claims("exp", SettableClock.NOON.plusSeconds(90)));

        assertThat(signIn("accessToken", token))
                .hasStatus(204)
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.SET_COOKIE,
                        it -> assertThat(it.getFirst())
                                .startsWith("convene_session=" + token + ";")
                                .contains("Max-Age=90"));
    }

    @Test
    void aTokenWithoutAnEndIsKeptAsLongAsTheBrowserRuns() {
        assertThat(signIn("accessToken", signed(claims())))
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.SET_COOKIE, it -> assertThat(it.getFirst()).doesNotContain("Max-Age", "Expires"));
    }

    @Test
    void aTokenThatIsNotValidSignsNobodyIn() {
        assertThat(signIn("accessToken", "junk")).hasStatus(401);
        MvcTestResult expired = signIn("accessToken", signed(claims("exp", Instant.EPOCH)));
        assertThat(expired).hasStatus(401).doesNotContainHeader(HttpHeaders.SET_COOKIE);
        assertThat(Answers.json(expired)).containsEntry("code", "token-expired");
    }

    @Test
    void aTokenTooLongForACookieIsSaidSo() {
        MvcTestResult result = signIn("accessToken", signed(claims("email", "e".repeat(4000))));

        assertThat(result).hasStatus(400);
        assertThat(Answers.json(result)).containsEntry("code", "token-too-long");
    }

    private MvcTestResult signIn(String member, String value) {
        return http.post()
                .uri("/console/sign-in")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"%s\": \"%s\"}".formatted(member, value))
                .exchange();
    }
}
