package dev.convene.starter.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.nimbusds.jose.jwk.JWK;
import com.sun.net.httpserver.HttpServer;
import dev.convene.starter.keys.KeySource.KeysUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that an issuer has on the web. */
class RemoteKeysTest {

    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String KEYS = TestKeys.json(TestKeys.rsa("one"), TestKeys.ec("two"));

    private final HttpServer server;
    private final URI address;

    RemoteKeysTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theKeysAtAnAddressAreThere() throws KeysUnavailable {
        serve("/keys", KEYS);

        assertThat(new JwkSetAddress(address.resolve("/keys?client=1")).read().getKeys())
                .extracting(JWK::getKeyID)
                .containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "[]", "{\"keys\": 1}"})
    void whatIsNoKeySetIsSaidSo(String body) {
        serve("/keys", body);

        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> new JwkSetAddress(address.resolve("/keys")).read());
    }

    @Test
    void anIssuerSaysWhereItsKeysAre() throws KeysUnavailable {
        serve("/keys", KEYS);
        serve("/realm" + OPENID, metadata(address + "/realm/"));

        assertThat(new IssuerKeys(URI.create(address + "/realm/")).read().getKeys())
                .hasSize(2);
    }

    @Test
    void anOAuthServerThatIsNoOpenIdProviderDoesToo() throws KeysUnavailable {
        serve("/keys", KEYS);
        serve("/.well-known/oauth-authorization-server/realm", metadata(address + "/realm"));

        assertThat(new IssuerKeys(URI.create(address + "/realm")).read().getKeys())
                .hasSize(2);
    }

    @Test
    void anIssuerThatCallsItselfAnotherIsNotBelieved() {
        serve("/keys", KEYS);
        serve(OPENID, metadata("https://evil.example"));

        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> new IssuerKeys(address).read())
                .withMessageContaining("https://evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not json", "{\"issuer\": 1}"})
    void anIssuerThatMakesNoSenseIsSaidSo(String body) {
        serve(OPENID, body);

        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> new IssuerKeys(address).read());
    }

    @Test
    void keysInAFileAreNotRead() {
        serve(OPENID, "{\"issuer\": \"%s\", \"jwks_uri\": \"file:///etc/passwd\"}".formatted(address));

        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> new IssuerKeys(address).read())
                .withMessageContaining("no address of a web server");
    }

    @Test
    void aServerThatTakesTheCallAndSaysNothingHoldsNobodyUpForLong() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var keys = new JwkSetAddress(URI.create("http://127.0.0.1:" + silent.getLocalPort()));

            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(keys::read));
        }
    }

    private String metadata(String issuer) {
        return "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(issuer, address);
    }

    private void serve(String path, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
