package dev.convene.starter.security;

import static dev.convene.starter.security.TestTokens.SECRET;
import static dev.convene.starter.security.TestTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
            "convene.rate-limit.guest-joins=2/1m",
            "convene.rate-limit.guest-lookups=3/1m",
            "convene.rate-limit.tokens=2/10s"
        })
@AutoConfigureMockMvc
class RateLimitFilterTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private SettableClock clock;

    @Test
    void joinsAreCountedPerAddressWhateverTheMeeting() {
        assertThat(join("192.0.2.1", "a")).hasStatusOk().hasHeader("RateLimit", "\"guest-joins\";r=1;t=30");
        assertThat(join("192.0.2.1", "b")).hasStatusOk();

        assertThat(join("192.0.2.1", "c"))
                .hasStatus(429)
                .hasContentType("application/problem+json")
                .hasHeader("Retry-After", "30")
                .hasHeader("RateLimit-Policy", "\"guest-joins\";q=2;w=60")
                .hasHeader("RateLimit", "\"guest-joins\";r=0;t=30");
        assertThat(join("192.0.2.2", "c")).hasStatusOk();

        clock.advance(Duration.ofSeconds(30));
        assertThat(join("192.0.2.1", "c")).hasStatusOk();
    }

    @Test
    void looksAtALinkAreCountedApart() {
        for (int i = 0; i < 2; i++) {
            assertThat(http.get().uri("/join/abc")).hasStatusOk();
        }
        assertThat(http.head().uri("/join/abc")).hasStatusOk();
        assertThat(http.get().uri("/join/abc")).hasStatus(429);
    }

    @Test
    void tokensAreCountedPerCallerOfATenant() {
        assertThat(issue("one", "ann")).hasStatusOk();
        assertThat(issue("one", "ann")).hasStatusOk();
        assertThat(issue("one", "ann")).hasStatus(429).hasHeader("RateLimit-Policy", "\"tokens\";q=2;w=10");
        assertThat(issue("one", "bob")).hasStatusOk();
        assertThat(issue("two", "ann")).hasStatusOk();
    }

    @Test
    void whoMayNotIsNotCounted() {
        for (int i = 0; i < 5; i++) {
            assertThat(http.post().uri("/session/abc/token")).hasStatus(401).doesNotContainHeader("RateLimit");
        }
    }

    private MvcTestResult join(String address, String link) {
        return http.post()
                .uri("/join/{link}", link)
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }

    private MvcTestResult issue(String tenant, String id) {
        var claims = Map.<String, Object>of(
                "tenantId", tenant, "id", id, "permissions", List.of(Permission.ISSUE_TOKEN.key()));
        return http.post()
                .uri("/session/abc/token")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + signed(claims))
                .exchange();
    }
}
