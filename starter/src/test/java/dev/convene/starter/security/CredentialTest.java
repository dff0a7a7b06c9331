package dev.convene.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.convene.starter.security.Refusal.Refused;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class CredentialTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/session");

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER   a.b.c"})
    void theSchemeKnowsNoCase(String header) throws Refused {
        request.addHeader("Authorization", header);

        assertThat(Credential.of(request)).contains(new Credential("a.b.c", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "Bearer a.b.c, Bearer d.e.f", "Bearer a;b", "Bearer ä"})
    void aMalformedBearerHeaderIsRefused(String header) {
        request.addHeader("Authorization", header);

        assertRefused();
    }

    @Test
    void anotherSchemeIsNoToken() throws Refused {
        request.addHeader("Authorization", "Basic YTpi");
        request.setCookies(new Cookie(Credential.COOKIE, "a.b.c"));

        assertThat(Credential.of(request)).isEmpty();
    }

    @Test
    void twoHeadersAreRefused() {
        request.addHeader("Authorization", "Bearer a.b.c");
        request.addHeader("Authorization", "Bearer a.b.c");

        assertRefused();
    }

    @Test
    void aTokenInTheAddressIsNone() throws Refused {
        request.setQueryString("access_token=a.b.c");

        assertThat(Credential.of(request)).isEmpty();
    }

    @Test
    void aTokenInTheAddressBesidesTheHeaderIsRefused() {
        request.setQueryString("active=true&access_token=a.b.c");
        request.addHeader("Authorization", "Bearer a.b.c");

        assertRefused();
    }

    @Test
    void theCookieCountsOnlyWithoutAHeader() throws Refused {
        request.setCookies(new Cookie("other", "x"), new Cookie(Credential.COOKIE, "from.the.cookie"));
        assertThat(Credential.of(request)).contains(new Credential("from.the.cookie", true));

        request.addHeader("Authorization", "Bearer a.b.c");
        assertThat(Credential.of(request)).contains(new Credential("a.b.c", false));
    }

    @Test
    void itsTextDoesNotShowTheToken() {
        assertThat(new Credential("a.b.c", true)).asString().doesNotContain("a.b.c");
    }

    private void assertRefused() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Credential.of(request))
                .extracting(Refused::refusal)
                .isEqualTo(Refusal.TOKEN_INVALID);
    }
}
