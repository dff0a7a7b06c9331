package dev.convene.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(classes = EchoApplication.class, properties = "convene.security.whole-application=true")
@AutoConfigureMockMvc
class ResponseHeadersTest {

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console", "/console/", "/meet/abc", "/convene/js/main.js"})
    void pagesRunNothingButTheirOwn(String path) {
        assertThat(http.get().uri(path))
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                                + " connect-src 'self'; media-src 'self' blob:; font-src 'self'; base-uri 'none';"
                                + " form-action 'self'; frame-ancestors 'none'")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("Permissions-Policy", "camera=(self), microphone=(self), display-capture=(self)")
                .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
                .hasHeader("Cache-Control", "no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/session", "/console/me", "/join/abc", "/webhooks/session"})
    void answersOfTheApiAreKeptNowhere(String path) {
        assertThat(http.get().uri(path))
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .doesNotContainHeader("Content-Security-Policy");
    }

    @Test
    void theDescriptionOfTheApiMayUseTheStylesItBrings() {
        assertThat(http.get().uri("/swagger-ui/index.html"))
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        it -> assertThat(it.getFirst())
                                .contains("script-src 'self';")
                                .contains("style-src 'self' 'unsafe-inline'"));
    }

    @Test
    void browsersAreHeldToHttpsOnlyWhereThatIsSpoken() {
        assertThat(http.get().uri("http://meet.example.org/")).doesNotContainHeader("Strict-Transport-Security");
        assertThat(http.get().uri("https://meet.example.org/").secure(true))
                .hasHeader("Strict-Transport-Security", "max-age=31536000");
        assertThat(http.get().uri("https://localhost/").secure(true)).doesNotContainHeader("Strict-Transport-Security");
    }
}
