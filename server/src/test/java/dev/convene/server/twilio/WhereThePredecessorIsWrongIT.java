package dev.convene.server.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.server.ConveneServer;
import dev.convene.server.twilio.TwilioClient.Answer;
import dev.convene.vendor.testkit.twilio.TwilioStub;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What the predecessor's documentation promises and its code does not do, of what has to do with no vendor in particular;
 * the vendors' rows are with the providers and in their days. Twilio is the only provider with credentials here.
 */
class WhereThePredecessorIsWrongIT {

    @TempDir
    private static Path home;

    private static TwilioStub twilio;
    private static ConfigurableApplicationContext server;
    private static TwilioClient client;

    @BeforeAll
    static void start() throws Exception {
        twilio = new TwilioStub(Clock.systemUTC());
        server = new SpringApplicationBuilder(ConveneServer.class)
                .run(
                        "--CONVENE_HOME=" + home,
                        "--PORT=0",
                        "--JWT_SECRET=" + TwilioClient.JWT_SECRET,
                        "--TWILIO_ACCOUNT_SID=" + TwilioStub.ACCOUNT_SID,
                        "--TWILIO_AUTH_TOKEN=" + TwilioStub.AUTH_TOKEN,
                        "--TWILIO_API_KEY=" + TwilioStub.API_KEY_SID,
                        "--TWILIO_API_SECRET=" + TwilioStub.API_KEY_SECRET,
                        "--TIME_TO_START=7",
                        "--ADD_AUDIT_LOG_MIXIN=true",
                        "--convene.twilio.url=" + twilio.url(),
                        "--convene.public-url=https://meet.example.org");
        client = new TwilioClient(
                URI.create("http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port")));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
        twilio.close();
    }

    @Test
    @DisplayName("timeToStart: the doors open as it says with Twilio alone, too")
    void timeToStart() throws Exception {
        String meeting = created(Map.of("isScheduled", true, "scheduleTime", in(Duration.ofHours(1))));

        Answer early = client.post("/session/" + meeting + "/token", Map.of());

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.body().path("error").path("message").asString())
                .isEqualTo("Meeting can only be started 7 minutes before the scheduled time");
    }

    @Test
    @DisplayName("POST /session answer: JSON with the code")
    void answer() throws Exception {
        assertThat(created(Map.of())).matches("[A-Za-z0-9_-]{10}");
    }

    @Test
    @DisplayName("PATCH /session/{id}: isScheduled is written, and so is all that is asked for")
    void patch() throws Exception {
        String meeting = created(Map.of("isScheduled", true, "scheduleTime", in(Duration.ofHours(1))));

        Answer edited = client.call("PATCH", "/session/" + meeting, "{\"isScheduled\":false,\"title\":\"Now\"}");

        assertThat(edited.status()).isEqualTo(204);
        JsonNode now = client.call("GET", "/session/" + meeting, "").body();
        assertThat(now.get("isScheduled").booleanValue()).isFalse();
        assertThat(now.get("title").asString()).isEqualTo("Now");
        assertThat(client.post("/session/" + meeting + "/token", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("audit table: the columns are those of the model")
    void auditTable() throws Exception {
        String meeting = created(Map.of());

        assertThat(columns("convene_audit_outbox")).contains("acted_on", "action_key", "entity_id");
        assertThat(meeting).isNotBlank();
    }

    @Test
    @DisplayName("deleted_on: a live meeting has no mark of a deletion")
    void deletedOn() throws Exception {
        String meeting = created(Map.of());

        assertThat(client.call("GET", "/session/" + meeting, "").body().propertyNames())
                .noneMatch(it -> it.toLowerCase(Locale.ROOT).contains("delet"));
        assertThat(columns("convene_meeting")).noneMatch(it -> it.contains("delet"));
    }

    @Test
    @DisplayName("token signing: JWT_SECRET alone is enough, no AuthDB is asked for")
    void tokenSigning() throws Exception {
        assertThat(client.call("GET", "/session", "").status()).isEqualTo(200);
        assertThat(server.getEnvironment().getProperty("convene.jwt.key-database.url"))
                .isNull();
    }

    @Test
    @DisplayName("Vonage binding key: no key to bind, its settings make the provider")
    void bindingKey() throws Exception {
        JsonNode providers = client.call("GET", "/providers", "").body();

        assertThat(providers.toString()).contains("\"twilio\"").doesNotContain("\"vonage\"");
    }

    private static String created(Map<String, Object> body) throws Exception {
        Answer created = client.post("/session", body);
        assertThat(created.status()).as(created.body().toString()).isEqualTo(200);
        return created.text("code");
    }

    private static String in(Duration later) {
        return Instant.now().plus(later).toString();
    }

    private static List<String> columns(String table) {
        return JdbcClient.create(server.getBean(DataSource.class))
                .sql("select lower(column_name) from information_schema.columns where lower(table_name) = :table")
                .param("table", table)
                .query(String.class)
                .list();
    }
}
