package dev.convene.starter.security;

import static dev.convene.starter.security.EchoApplication.NOBODY;
import static dev.convene.starter.security.TestTokens.ISSUER;
import static dev.convene.starter.security.TestTokens.SECRET;
import static dev.convene.starter.security.TestTokens.claims;
import static dev.convene.starter.security.TestTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.starter.security.Operations.Operation;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(
        classes = EchoApplication.class,
        properties = {
            "convene.jwt.secret=" + SECRET,
            "convene.jwt.issuer=" + ISSUER,
            "convene.security.whole-application=true",
            "convene.rate-limit.enabled=false"
        })
@AutoConfigureMockMvc
class AccessTest {

    @Autowired
    private MockMvcTester http;

    static Stream<Operation> operations() {
        return Operations.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationNeedsAToken(Operation operation) {
        MvcTestResult result = request(operation).exchange();

        assertThat(result)
                .hasStatus(401)
                .hasContentType("application/problem+json")
                .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Users\"");
        assertMessage(result, "Bearer realm=\"Users\"");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOtherPermissionTogetherIsNotEnough(Operation operation) {
        Object[] others = Arrays.stream(Permission.values())
                .filter(it -> it != operation.permission())
                .map(Permission::key)
                .toArray();

        MvcTestResult result =
                bearer(request(operation), signed(claims(others))).exchange();

        assertThat(result).hasStatus(403).hasContentType("application/problem+json");
        assertMessage(result, "NotAllowedAccess");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void itsPermissionAloneIsEnough(Operation operation) {
        assertThat(bearer(
                        request(operation), signed(claims(operation.permission().key()))))
                .hasStatusOk()
                .hasBodyTextEqualTo("ut-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "CreateMeetingSession"})
    void aStringIsNoPermission(String permissions) {
        assertThat(bearer(http.post().uri("/session"), signed(claims("permissions", permissions))))
                .hasStatus(403);
    }

    @Test
    void whatIsWrongWithATokenIsSaidInThePredecessorsWords() {
        assertMessage(call(signed(claims("exp", Instant.EPOCH))), "TokenExpired");
        assertMessage(call(signed(claims("passwordExpiryTime", 1))), "PasswordExpiryError");
        assertMessage(call("junk.junk.junk"), "Token Invalid");
        assertThat(call("junk.junk.junk"))
                .hasStatus(401)
                .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Users\", error=\"invalid_token\"");
    }

    @Test
    void aTokenInTheAddressOrTheBodyIsNone() {
        String token = signed(claims("CreateMeetingSession"));

        assertThat(http.post().uri("/session?access_token=" + token)).hasStatus(401);
        assertThat(http.post().uri("/session").param("access_token", token)).hasStatus(401);
        assertThat(bearer(http.post().uri("/session?access_token=" + token), token))
                .hasStatus(401);
    }

    @Test
    void theHeadOfAnAnswerNeedsThePermissionToo() {
        assertThat(http.head().uri("/session/abc/attendees")).hasStatus(401);
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /session", "GET, /session/abc/unknown", "GET, /archives/more/of/it", "GET, /actuator/env"})
    void whatDoesNotExistNeedsNoToken(String method, String path) {
        MvcTestResult result = http.method(HttpMethod.valueOf(method)).uri(path).exchange();

        assertThat(result).hasStatus(404).hasContentType("application/problem+json");
        assertMessage(result, "API not found !");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/session", "/meet/abc", "/convene/x.js", "/openapi", "/", "/actuator/health"})
    void openPathsDoNotLookAtCredentials(String path) {
        assertThat(bearer(http.get().uri(path), "a vendor's own")).hasStatusOk().hasBodyTextEqualTo(NOBODY);
    }

    @Test
    void aVisitorWithALinkIsKnownIfSignedIn() {
        String token = signed(claims());

        assertThat(http.get().uri("/join/abc")).hasStatusOk().hasBodyTextEqualTo(NOBODY);
        assertThat(http.get().uri("/join/abc").cookie(cookie(token))).hasBodyTextEqualTo("ut-1");
        assertThat(http.get().uri("/join/abc").cookie(cookie("no.good.more")))
                .hasStatusOk()
                .hasBodyTextEqualTo(NOBODY);
        assertThat(bearer(http.get().uri("/join/abc"), token)).hasBodyTextEqualTo("ut-1");
        assertThat(bearer(http.get().uri("/join/abc"), "no.good.more")).hasStatus(401);
    }

    @Test
    void nobodyIsLeftSignedInForTheNextRequest() {
        bearer(http.get().uri("/join/abc"), signed(claims())).exchange();

        assertThat(http.get().uri("/join/abc")).hasBodyTextEqualTo(NOBODY);
    }

    @Test
    void aCookieReadsWithoutFurtherProof() {
        assertThat(http.get().uri("/session").cookie(cookie(signed(claims("GetMeetings")))))
                .hasStatusOk();
        assertThat(http.get().uri("/session").cookie(cookie("no.good.more"))).hasStatus(401);
    }

    @Test
    void aCookieChangesThingsOnlyForAPageOfTheSameOrigin() {
        MvcTestResult own = create().header("Sec-Fetch-Site", "same-origin").exchange();
        MvcTestResult byOrigin = create().header("Origin", "http://localhost").exchange();

        assertThat(own).hasStatusOk();
        assertThat(byOrigin).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, http://evil.example",
        "Origin, null",
        "X-Nothing, said"
    })
    void aRequestForgedElsewhereIsRefused(String header, String value) {
        MvcTestResult result = create().header(header, value).exchange();

        assertThat(result).hasStatus(403);
        assertThat(Answers.json(result)).containsEntry("code", "cross-site-request");
    }

    @Test
    void aForgedJoinIsAGuests() {
        assertThat(http.post().uri("/join/abc").cookie(cookie(signed(claims()))).header("Sec-Fetch-Site", "cross-site"))
                .hasStatusOk()
                .hasBodyTextEqualTo(NOBODY);
    }

    @Test
    void pagesElsewhereMayCallTheApiButNeverWithACookie() {
        MvcTestResult preflight = http.options()
                .uri("/session")
                .header("Origin", "https://app.example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .exchange();

        assertThat(preflight)
                .hasStatusOk()
                .hasHeader("Access-Control-Allow-Origin", "*")
                .doesNotContainHeader("Access-Control-Allow-Credentials");
        assertThat(List.of(preflight
                        .getResponse()
                        .getHeader("Access-Control-Allow-Methods")
                        .split(",")))
                .contains("PATCH", "DELETE");
        assertThat(http.options()
                        .uri("/console/sign-in")
                        .header("Origin", "https://app.example.org")
                        .header("Access-Control-Request-Method", "POST"))
                .doesNotContainHeader("Access-Control-Allow-Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/session//x", "/session/..%2f", "/meet/a%2Fb", "/session/a;b"})
    void anAddressThatIsNotWellFormedIsRefused(String path) {
        assertThat(http.get().uri(java.net.URI.create(path))).hasStatus(400).hasContentType("application/problem+json");
    }

    private MockMvcRequestBuilder create() {
        return http.post().uri("/session").cookie(cookie(signed(claims("CreateMeetingSession"))));
    }

    private MvcTestResult call(String token) {
        return bearer(http.post().uri("/session"), token).exchange();
    }

    private MockMvcRequestBuilder request(Operation operation) {
        return http.method(operation.method()).uri(operation.path().toString(), "abc");
    }

    private static MockMvcRequestBuilder bearer(MockMvcRequestBuilder request, String token) {
        return request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    private static Cookie cookie(String token) {
        return new Cookie(Credential.COOKIE, token);
    }

    private static void assertMessage(MvcTestResult result, String message) {
        assertThat(Answers.message(result)).isEqualTo(message);
    }
}
