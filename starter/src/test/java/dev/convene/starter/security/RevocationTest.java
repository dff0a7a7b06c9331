package dev.convene.starter.security;

import static dev.convene.starter.security.TestTokens.ISSUER;
import static dev.convene.starter.security.TestTokens.SECRET;
import static dev.convene.starter.security.TestTokens.claims;
import static dev.convene.starter.security.TestTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.access.RevokedTokens;
import dev.convene.core.access.TokenFingerprint;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.TenantId;
import dev.convene.testkit.InMemoryRevokedTokens;
import dev.convene.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Access tokens that are ended before their time. */
@SpringBootTest(
        classes = {EchoApplication.class, RevocationTest.Store.class},
        properties = {"convene.jwt.secret=" + SECRET, "convene.jwt.issuer=" + ISSUER})
@AutoConfigureMockMvc
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class RevocationTest {

    private static final Instant NOON = SettableClock.NOON;
    private static final String BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final String token = signed(claims("permissions", List.of("GetMeetings")));
    private final String admin = signed(claims("RevokeAccessTokens"));

    @Autowired
    private MockMvcTester http;

    @Autowired
    private BreakableTokens revoked;

    @Autowired
    private Revocations revocations;

    @Autowired
    private SettableClock clock;

    @TestConfiguration(proxyBeanMethods = false)
    static class Store {
        @Bean
        BreakableTokens revokedTokens() {
            return new BreakableTokens();
        }
    }

    @BeforeEach
    void theTokenIsGood() {
        assertThat(use(token)).hasStatusOk();
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        assertThat(revoke(token)).hasStatus(204);

        MvcTestResult refused = use(token);
        assertThat(refused)
                .hasStatus(401)
                .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Users\", error=\"invalid_token\"");
        assertThat(Answers.message(refused)).isEqualTo("TokenRevoked");
        assertThat(use(admin)).hasStatus(403);
        assertThat(revoke(token)).hasStatus(204);
    }

    @Test
    void anotherSpellingOfTheSignatureIsTheSameToken() {
        assertThat(revoke(token)).hasStatus(204);

        // the last of 43 letters has two bits to spare
        int last = BASE64URL.indexOf(token.charAt(token.length() - 1));
        char other = BASE64URL.charAt(last ^ 1);
        assertThat(use(token.substring(0, token.length() - 1) + other)).hasStatus(401);
    }

    @Test
    void whatAnotherNodeRevokedIsRefusedWithinASecond() {
        revoked.revoke(TokenFingerprint.of(token), null, new Caller(TenantId.DEFAULT, "admin", "Admin", false), NOON);

        clock.advance(Revocations.FRESH);
        assertThat(use(token)).hasStatus(401);
    }

    @Test
    void whileAllRevokedOnesAreKnownNoTokenIsLookedUp() {
        revocations.read();
        int before = revoked.lookUps.get();

        assertThat(use(signed(claims("GetMeetings", "EditMeeting", "StopMeeting"))))
                .hasStatusOk();

        assertThat(revoked.lookUps.get()).isEqualTo(before);
    }

    @Test
    void oneOfTooManyToBeKnownIsLookedUp() {
        var admin = new Caller(TenantId.DEFAULT, "admin", "Admin", false);
        for (int i = 0; i <= 10_000; i++) {
            revoked.revoke(TokenFingerprint.of(i + ".another."), null, admin, NOON);
        }
        revoked.revoke(TokenFingerprint.of(token), null, admin, NOON);
        clock.advance(Revocations.FRESH);
        revocations.read();

        assertThat(use(token)).hasStatus(401);
    }

    @Test
    void aTokenThatHasEndedNeedsNoRevoking() {
        assertThat(revoke(signed(claims("exp", NOON)))).hasStatus(204);
        assertThat(revoked.inner.size()).isZero();
    }

    @Test
    void aTokenWhoseTimeHasNotComeCanBeRevoked() {
        String early = signed(claims("nbf", NOON.plusSeconds(1)));
        assertThat(revoke(early)).hasStatus(204);

        clock.advance(Duration.ofSeconds(1));
        assertThat(use(early)).hasStatus(401);
        assertThat(revoked.inner.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "Bearer x", "eyJhbGciOiJIUzI1NiJ9.e30.e30"})
    void whatIsNoTokenHereIsSaidSo(String junk) {
        MvcTestResult result = revoke(junk);

        assertThat(result).hasStatus(422).hasContentType("application/problem+json");
        assertThat(Answers.json(result)).containsEntry("code", "not-an-access-token");
        assertThat(revoked.inner.size()).isZero();
    }

    @Test
    void aBodyThatIsNoneIsSaidSo() {
        assertThat(post("{")).hasStatus(400).hasContentType("application/problem+json");
        assertThat(post("{}")).hasStatus(422);
    }

    @Test
    void itTakesThePermission() {
        assertThat(http.post()
                        .uri("/access-tokens/revoked")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(403);
    }

    @Test
    void whileItCannotBeLookedUpNobodyIsLetIn() {
        revoked.broken = true;
        clock.advance(Revocations.FRESH);

        assertThat(use(token)).hasStatus(503).hasHeader(HttpHeaders.RETRY_AFTER, "2");
        assertThat(revoke(token)).hasStatus(503);

        revoked.broken = false;
        assertThat(use(token)).hasStatusOk();
    }

    private MvcTestResult use(String credential) {
        return http.get()
                .uri("/session")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + credential)
                .exchange();
    }

    private MvcTestResult revoke(String credential) {
        return post("{\"token\": \"%s\"}".formatted(credential));
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/access-tokens/revoked")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    /** As when the database is down for a while. */
    static final class BreakableTokens implements RevokedTokens {

        private final InMemoryRevokedTokens inner = new InMemoryRevokedTokens();
        private final AtomicInteger lookUps = new AtomicInteger();
        private volatile boolean broken;

        @Override
        public void revoke(TokenFingerprint token, @Nullable Instant until, Caller by, Instant now) {
            works();
            inner.revoke(token, until, by, now);
        }

        @Override
        public boolean isRevoked(TokenFingerprint token) {
            works();
            lookUps.incrementAndGet();
            return inner.isRevoked(token);
        }

        @Override
        public List<TokenFingerprint> revoked(int limit) {
            works();
            return inner.revoked(limit);
        }

        private void works() {
            if (broken) {
                throw new DataAccessResourceFailureException("down");
            }
        }
    }
}
