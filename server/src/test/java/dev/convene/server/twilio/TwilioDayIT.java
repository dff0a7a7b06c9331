package dev.convene.server.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.archive.ArchiveReconciler;
import dev.convene.server.ConveneServer;
import dev.convene.server.twilio.TwilioClient.Answer;
import dev.convene.testkit.SettableClock;
import dev.convene.vendor.testkit.twilio.TwilioCallback;
import dev.convene.vendor.testkit.twilio.TwilioStub;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/**
 * A day on Twilio, told in order, on PostgreSQL and with the predecessor's variables: a meeting is scheduled for tomorrow,
 * three people come, it is recorded, it ends; Twilio's callbacks arrive late, shuffled and twice.
 */
@TestMethodOrder(OrderAnnotation.class)
class TwilioDayIT {

    private static final SettableClock CLOCK = new SettableClock();
    private static final Instant TOMORROW_AT_NINE = Instant.parse("2026-03-03T09:00:00Z");

    @TempDir
    private static Path home;

    private static EmbeddedPostgres postgres;
    private static TwilioStub twilio;
    private static ConfigurableApplicationContext server;
    private static TwilioClient client;
    private static String meeting;
    private static String room;
    private static String archive;

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        SettableClock settableClock() {
            return CLOCK;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        twilio = new TwilioStub(CLOCK);
        server = new SpringApplicationBuilder(ConveneServer.class, Time.class)
                .run(
                        "--CONVENE_HOME=" + home,
                        "--PORT=0",
                        "--DB_HOST=127.0.0.1",
                        "--DB_PORT=" + postgres.getPort(),
                        "--DB_USER=postgres",
                        "--JWT_SECRET=" + TwilioClient.JWT_SECRET,
                        "--TWILIO_ACCOUNT_SID=" + TwilioStub.ACCOUNT_SID,
                        "--TWILIO_AUTH_TOKEN=" + TwilioStub.AUTH_TOKEN,
                        "--TWILIO_API_KEY=" + TwilioStub.API_KEY_SID,
                        "--TWILIO_API_SECRET=" + TwilioStub.API_KEY_SECRET,
                        "--convene.twilio.url=" + twilio.url(),
                        "--convene.public-url=https://meet.example.org");
        client = new TwilioClient(
                URI.create("http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port")));
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.close();
        twilio.close();
        postgres.close();
    }

    @Test
    @Order(1)
    @DisplayName("choosing Twilio: by its variables; a meeting of tomorrow asks nothing of it today")
    void scheduled() throws Exception {
        Answer created =
                client.post("/session", Map.of("isScheduled", true, "scheduleTime", TOMORROW_AT_NINE.toString()));

        assertThat(created.status()).isEqualTo(200);
        meeting = created.text("code");
        assertThat(client.call("GET", "/session/" + meeting, "").text("provider"))
                .isEqualTo("twilio");
        assertThat(twilio.requests()).isEmpty();
    }

    @Test
    @Order(2)
    @DisplayName("timeToStart: is the service's own, whichever the provider")
    void opensBeforeItsTime() throws Exception {
        CLOCK.set(TOMORROW_AT_NINE.minus(Duration.ofMinutes(11)));
        assertThat(client.post("/session/" + meeting + "/token", Map.of()).status())
                .isEqualTo(400);

        CLOCK.set(TOMORROW_AT_NINE.minus(Duration.ofMinutes(5)));
        for (String person : List.of("ada", "ben", "eve")) {
            Answer token = client.post("/session/" + meeting + "/token", Map.of("data", person));
            assertThat(token.status()).as(token.toString()).isEqualTo(200);
            room = token.text("sessionId");
        }
        assertThat(twilio.requests())
                .filteredOn(it -> it.path().equals("/v1/Rooms"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.form("StatusCallback")).contains("https://meet.example.org/webhooks/twilio"));
    }

    @Test
    @Order(3)
    void threeComeAndAreRecorded() throws Exception {
        twilio.join(room, "ada");
        String ben = twilio.join(room, "ben");
        CLOCK.set(TOMORROW_AT_NINE);
        twilio.join(room, "eve");

        Answer started = client.post("/session/" + meeting + "/archives", Map.of("name", "Round"));

        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        assertThat(started.text("status")).isEqualTo("active");
        archive = started.text("id");
        CLOCK.advance(Duration.ofMinutes(20));
        twilio.leave(ben);
        CLOCK.advance(Duration.ofMinutes(5));
        twilio.join(room, "ben");
        CLOCK.advance(Duration.ofMinutes(5));
        Answer stopped = client.call("POST", "/archives/" + archive + "/stop", "");
        assertThat(stopped.text("status")).isEqualTo("stopping");
    }

    @Test
    @Order(4)
    @DisplayName("ending a meeting: ends Twilio's room too")
    void ends() throws Exception {
        assertThat(client.call("PATCH", "/session/" + meeting + "/end", "").status())
                .isEqualTo(204);

        assertThat(twilio.isOpen(room)).isFalse();
    }

    @Test
    @Order(5)
    @DisplayName("webhook writes: callbacks in any order, repeated, make the right attendance; forged ones none")
    void isReported() throws Exception {
        List<TwilioCallback> callbacks = twilio.takeCallbacks();
        for (TwilioCallback callback : callbacks) {
            assertThat(client.deliver(callback, callback.signature("a guess"))).isEqualTo(401);
        }
        assertThat(people()).isEmpty();

        deliverShuffledAndTwice(callbacks);

        assertThat(people())
                .extracting(it -> it.path("identity").asString() + " "
                        + it.path("secondsPresent").asLong() / 60 + " "
                        + it.path("visits").size())
                .containsExactlyInAnyOrder("ada 35 1", "ben 30 2", "eve 30 1");
        assertThat(people())
                .allSatisfy(it -> assertThat(it.path("present").asBoolean()).isFalse());
    }

    @Test
    @Order(6)
    @DisplayName("Twilio list: archives are listed, and become ready as one file")
    void becomesReady() throws Exception {
        twilio.finishRecordings(room);
        deliverShuffledAndTwice(twilio.takeCallbacks());
        CLOCK.advance(ArchiveReconciler.PATIENCE.plusSeconds(1));
        server.getBean(ArchiveReconciler.class).reconcile();
        twilio.finishCompositions(room);
        deliverShuffledAndTwice(twilio.takeCallbacks());

        Answer listed = client.call("GET", "/archives", "");

        assertThat(listed.body().path("count").asInt()).isEqualTo(1);
        JsonNode item = listed.body().path("items").get(0);
        assertThat(item.path("id").asString()).isEqualTo(archive);
        assertThat(item.path("name").asString()).isEqualTo("Round");
        assertThat(item.path("sessionId").asString()).isEqualTo(room);
        assertThat(item.path("status").asString()).isEqualTo("ready");
        assertThat(item.path("size").asLong()).isEqualTo(5_000);
        Answer download = client.call("GET", "/archives/" + archive + "/download", "");
        assertThat(download.status()).isEqualTo(302);
        assertThat(download.location()).startsWith("https://files.example/CJ");
    }

    @Test
    @Order(7)
    void isDeleted() throws Exception {
        assertThat(client.call("DELETE", "/archives/" + archive, "").status()).isEqualTo(204);

        assertThat(client.call("GET", "/archives/" + archive, "").status()).isEqualTo(404);
        assertThat(twilio.requests())
                .filteredOn(it -> it.method().equals("DELETE"))
                .hasSize(9);
    }

    private static List<JsonNode> people() throws Exception {
        return client.call("GET", "/session/" + meeting + "/attendance", "")
                .body()
                .path("people")
                .valueStream()
                .toList();
    }

    private static void deliverShuffledAndTwice(List<TwilioCallback> callbacks) throws Exception {
        var all = new ArrayList<>(callbacks);
        all.addAll(callbacks);
        Collections.shuffle(all, new Random(7));
        for (TwilioCallback callback : all) {
            assertThat(client.deliver(callback, callback.signature(TwilioStub.AUTH_TOKEN)))
                    .as(callback.toString())
                    .isEqualTo(204);
        }
    }
}
