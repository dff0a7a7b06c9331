package dev.convene.server.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.convene.server.ConveneServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was recorded from the predecessor in its default mode: RS256 with the keys of an authentication database, which its
 * own variables name.
 */
class GoldenRs256IT {

    private static final String SECRET = GoldenReplayIT.SECRET;

    @TempDir
    private static Path home;

    private static EmbeddedPostgres postgres;
    private static ConfigurableApplicationContext server;
    private static RSAKey key;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("key-1").generate();
        postgres = EmbeddedPostgres.start();
        keepInDatabase();
        server = new SpringApplicationBuilder(ConveneServer.class, GoldenReplayIT.StandingClock.class)
                .run(
                        "--CONVENE_HOME=" + home,
                        "--PORT=0",
                        // a .env of the predecessor has it in this mode too
                        "--JWT_SECRET=" + SECRET,
                        "--JWT_ISSUER=peer-issuer",
                        "--AUTH_DB=postgres",
                        "--AUTH_DB_HOST=127.0.0.1",
                        "--AUTH_DB_PORT=" + postgres.getPort(),
                        "--AUTH_DB_USER=postgres",
                        "--AUTH_DB_SCHEMA=main");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        postgres.close();
    }

    @Test
    void aTokenSignedByAKeyInTheTableIsAccepted() throws Exception {
        assertAnswered("rs256.create-ok");
    }

    @Test
    void aTokenSignedByASecretIsRefused() throws Exception {
        assertAnswered("rs256.hs256-token-refused");
    }

    private static void assertAnswered(String name) throws Exception {
        Exchange exchange = Exchange.all().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        URI address = URI.create(
                "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port") + exchange.path());
        var request = HttpRequest.newBuilder(address)
                .header("authorization", "Bearer " + token(exchange.claims()))
                .header("content-type", "application/json")
                .method(exchange.method(), BodyPublishers.ofString(exchange.body()))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofString());
            JsonNode body = JsonMapper.shared().readTree(response.body());

            UpgradingTable.Row row = UpgradingTable.read().rows().get(name);
            assertThat(summary(response.statusCode(), body))
                    .isEqualTo(row == null ? summary(exchange.status(), exchange.answer()) : row.convene());
        }
    }

    private static String summary(int status, JsonNode body) {
        JsonNode message = body.path("error").path("message");
        return status
                + (message.isMissingNode() ? " " + body.propertyNames().contains("code") : " " + message.asString());
    }

    private static String token(JsonNode claims) throws JOSEException {
        boolean rsa = claims.path("alg").asString().equals("RS256");
        var header = new JWSHeader.Builder(rsa ? JWSAlgorithm.RS256 : JWSAlgorithm.HS256).keyID(key.getKeyID());
        var token = new JWSObject(header.build(), new Payload(claims.toString()));
        token.sign(rsa ? new RSASSASigner(key) : new MACSigner(SECRET));
        return token.serialize();
    }

    /** In the table as the predecessor's authentication service makes it. */
    private static void keepInDatabase() throws JOSEException {
        var database = new JdbcTemplate(postgres.getPostgresDatabase());
        database.execute("create schema main");
        database.execute("""
                create table main.jwt_keys (
                  id serial primary key,
                  key_id varchar(100) unique not null,
                  public_key text not null,
                  private_key text not null,
                  created_on timestamp default current_timestamp)""");
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.toPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        database.update("insert into main.jwt_keys (key_id, public_key, private_key) values (?, ?, '')", "key-1", pem);
    }
}
