package dev.convene.starter.security;

import static dev.convene.starter.security.TestTokens.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.convene.starter.keys.TestKeys;
import dev.convene.starter.security.Refusal.Refused;
import dev.convene.testkit.SettableClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The settings lead to tokens that are verified as they say, and keys may change without a restart. */
class TokenVerificationTest {

    private final SettableClock clock = new SettableClock();

    @Test
    void keysInADatabaseMayChangeWithoutARestart() throws Exception {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        var database = new JdbcTemplate(new DriverManagerDataSource(url));
        database.execute("create table jwt_keys (key_id varchar(100) unique, public_key text)");
        RSAKey old = TestKeys.rsa("old");
        RSAKey fresh = TestKeys.rsa("fresh");

        try (var verification = configured(Map.of("convene.jwt.key-database.url", url, "convene.jwt.issuer", ISSUER))) {
            AccessTokens tokens = tokens(verification);
            database.update("insert into jwt_keys values (?, ?)", "old", TestKeys.pem(old));
            assertThat(tokens.verify(token(old, ISSUER)).getName()).isEqualTo("ada");
            assertRefused(tokens, token(fresh, ISSUER), Refusal.TOKEN_INVALID);

            database.update("insert into jwt_keys values (?, ?)", "fresh", TestKeys.pem(fresh));
            database.update("delete from jwt_keys where key_id = 'old'");
            clock.advance(Duration.ofSeconds(1));
            assertThat(tokens.verify(token(fresh, ISSUER)).getName()).isEqualTo("ada");
            assertRefused(tokens, token(old, ISSUER), Refusal.TOKEN_INVALID);

            database.execute("shutdown");
            clock.advance(Duration.ofHours(1));
            assertThat(tokens.verify(token(fresh, ISSUER)).getName()).isEqualTo("ada");
            assertRefused(tokens, token(old, ISSUER), Refusal.KEYS_UNAVAILABLE);
        }
    }

    @Test
    void anIssuerMayComeAfterTheStartAndIsTheIssuerOfItsTokens() throws Exception {
        RSAKey key = TestKeys.rsa("one");
        var documents = new AtomicReference<Map<String, String>>(Map.of());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", exchange -> {
            String document = documents.get().get(exchange.getRequestURI().getPath());
            byte[] body = String.valueOf(document).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(document == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (var verification = configured(Map.of("convene.jwt.issuer-uri", issuer))) {
            AccessTokens tokens = tokens(verification);
            assertRefused(tokens, token(key, issuer), Refusal.KEYS_UNAVAILABLE);

            documents.set(Map.of(
                    "/.well-known/openid-configuration",
                    "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\"}".formatted(issuer),
                    "/keys",
                    TestKeys.json(key)));
            clock.advance(Duration.ofSeconds(1));
            assertThat(tokens.verify(token(key, issuer)).getName()).isEqualTo("ada");
            assertRefused(tokens, token(key, ISSUER), Refusal.TOKEN_INVALID);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "convene.jwt.jwk-set-uri=http://127.0.0.1:1/keys",
                "convene.jwt.issuer-uri=http://127.0.0.1:1",
                "convene.jwt.key-database.url=jdbc:h2:tcp://127.0.0.1:1/auth"
            })
    void whoeverHasTheKeysMayBeDownAtTheStart(String setting) {
        String[] parts = setting.split("=", 2);
        try (var verification = configured(Map.of(parts[0], parts[1]))) {
            assertRefused(tokens(verification), token(TestKeys.rsa("one"), ISSUER), Refusal.KEYS_UNAVAILABLE);
        }
    }

    @Test
    void withoutSettingsThereAreNoTokens() {
        try (var verification = configured(Map.of("convene.jwt.issuer", ISSUER))) {
            assertThat(verification.tokens(new Revocations(null, clock), clock)).isEmpty();
        }
    }

    private TokenVerification configured(Map<String, String> settings) {
        var jwt = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("convene.jwt", JwtProperties.class);
        return TokenVerification.configured(jwt, clock);
    }

    private AccessTokens tokens(TokenVerification verification) {
        return verification.tokens(new Revocations(null, clock), clock).orElseThrow();
    }

    private static String token(RSAKey key, String issuer) {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder().issuer(issuer).subject("ada").build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static void assertRefused(AccessTokens tokens, String token, Refusal refusal) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> tokens.verify(token))
                .extracting(Refused::refusal)
                .isEqualTo(refusal);
    }
}
