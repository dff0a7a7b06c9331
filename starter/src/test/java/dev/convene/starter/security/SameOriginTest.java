package dev.convene.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SameOriginTest {

    private final SameOrigin sameOrigin = new SameOrigin(URI.create("https://meet.example.org/rooms"));
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/session");

    SameOriginTest() {
        request.setServerName("127.0.0.1");
        request.setServerPort(3000);
    }

    @Test
    void theBrowsersWordSettlesIt() {
        request.addHeader("Sec-Fetch-Site", "same-origin");

        assertSame();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "SAME-ORIGIN", ""})
    void anyOtherWordOfTheBrowserIsNo(String site) {
        request.addHeader("Sec-Fetch-Site", site);
        request.addHeader("Origin", "http://127.0.0.1:3000");

        assertOther();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:3000", "https://meet.example.org"})
    void withoutItsWordTheOriginSettlesIt(String origin) {
        request.addHeader("Origin", origin);

        assertSame();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://127.0.0.1",
                "https://127.0.0.1:3000",
                "http://127.0.0.1:30001",
                "http://evil.example",
                "https://meet.example.org.evil.example"
            })
    void anyOtherOriginIsNo(String origin) {
        request.addHeader("Origin", origin);

        assertOther();
    }

    @Test
    void theUsualPortIsNotWritten() {
        request.setScheme("https");
        request.setServerPort(443);
        request.addHeader("Origin", "https://127.0.0.1");

        assertSame();
    }

    @Test
    void whatIsNoBrowserIsNeither() {
        assertThat(sameOrigin.proven(request)).isFalse();
        assertThat(sameOrigin.refuted(request)).isFalse();
    }

    private void assertSame() {
        assertThat(sameOrigin.proven(request)).isTrue();
        assertThat(sameOrigin.refuted(request)).isFalse();
    }

    private void assertOther() {
        assertThat(sameOrigin.proven(request)).isFalse();
        assertThat(sameOrigin.refuted(request)).isTrue();
    }
}
