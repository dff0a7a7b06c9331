package dev.convene.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.starter.web.RestServer.Answer;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.FakeWebhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API over HTTP, in an application that embeds the starter. */
class RestApiIT {

    private static RestServer server;

    @BeforeAll
    static void start() {
        server = RestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void atNoon() {
        server.clock().set(RestServer.NOW);
    }

    @Test
    void aHundredRequestsWithOneIdempotencyKeyCreateOneMeeting() throws Exception {
        Callable<String> request =
                () -> server.asAlice("POST", "/session", "{\"title\":\"once\"}", "Idempotency-Key", "k1")
                        .text();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var bodies = new ArrayList<String>();
            for (Future<String> it : clients.invokeAll(Collections.nCopies(100, request))) {
                bodies.add(it.get());
            }
            assertThat(bodies).hasSize(100).containsOnly(bodies.getFirst());
        }
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        server.asAlice("POST", "/session", "{\"title\":\"one\"}", "Idempotency-Key", "k2");

        Answer other = server.asAlice("POST", "/session", "{\"title\":\"other\"}", "Idempotency-Key", "k2");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").asString()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aProviderThatIsDownCostsAFiveHundredAndThreeAndNoMeeting() {
        int before = server.asAlice("GET", "/session?limit=100", "")
                .json()
                .get("items")
                .size();
        server.provider()
                .failNext(
                        new ProviderFailure.Unavailable(FakeProvider.NAME, "open a room", Duration.ofSeconds(7), null));

        Answer answer = server.asAlice("POST", "/session", "{}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).isEqualTo("7");
        assertThat(server.asAlice("GET", "/session?limit=100", "").json().get("items"))
                .hasSize(before);
    }

    @Test
    void aMeetingThatEndsIsEndedAtTheProviderAndGivesNoTokenAnyMore() {
        String code = server.createdMeeting("{}");
        int rooms = server.provider().openRooms().size();

        assertThat(server.asAlice("PATCH", "/session/" + code + "/end", "").status())
                .isEqualTo(204);

        assertThat(server.provider().openRooms()).hasSize(rooms - 1);
        assertThat(server.asAlice("POST", "/session/" + code + "/token", "{}").status())
                .isEqualTo(400);
        assertThat(joinAsGuest(code, "Grace").json().get("code").asString()).isEqualTo("meeting-ended");
    }

    @Test
    void pagesNeitherSkipNorRepeat() {
        for (int i = 0; i < 5; i++) {
            server.createdMeeting("{\"externalId\":\"paged\"}");
            server.clock().advance(Duration.ofSeconds(1));
        }
        List<String> codes = new ArrayList<>();
        String cursor = "";
        do {
            var page = server.asAlice("GET", "/session?externalId=paged&limit=2" + cursor, "")
                    .json();
            page.get("items").forEach(it -> codes.add(it.get("code").asString()));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(codes).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void nullTakesAwayWhatAMeetingMayBeWithoutAndWhatIsNotNamedStays() {
        String code = server.createdMeeting(
                "{\"title\":\"Weekly\",\"endsAt\":\"2026-11-23T18:00:00Z\",\"metadata\":{\"team\":\"red\"}}");
        String path = "/session/" + code;

        assertThat(server.asAlice("PATCH", path, "{\"endsAt\":null}").status()).isEqualTo(204);
        var endless = server.asAlice("GET", path, "").json();
        assertThat(server.asAlice("PATCH", path, "{\"title\":null,\"metadata\":null}")
                        .status())
                .isEqualTo(204);
        var bare = server.asAlice("GET", path, "").json();

        assertThat(endless.get("endsAt").isNull()).isTrue();
        assertThat(endless.get("title").asString()).isEqualTo("Weekly");
        assertThat(endless.get("metadata").get("team").asString()).isEqualTo("red");
        assertThat(bare.get("title").isNull()).isTrue();
        assertThat(bare.get("metadata")).isEmpty();
    }

    @Test
    void anotherTenantSeesAndTouchesNothing() {
        String code = server.createdMeeting("{}");
        var mallory = Map.<String, Object>of("id", "mallory", "tenantId", "elsewhere");

        assertThat(server.as(mallory, "GET", "/session/" + code, "").status()).isEqualTo(404);
        assertThat(server.as(mallory, "GET", "/session/" + code + "/attendance", "")
                        .status())
                .isEqualTo(404);
        assertThat(server.as(mallory, "PATCH", "/session/" + code + "/end", "").status())
                .isEqualTo(404);
        assertThat(server.as(mallory, "POST", "/session/" + code + "/token", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(server.as(mallory, "GET", "/session", "").json().get("items"))
                .isEmpty();
    }

    @Test
    void theProvidersReportsBecomeTheAttendance() {
        String code = server.createdMeeting("{}");
        var connection = server.provider()
                .join(new JoinToken(
                        joinAsGuest(code, "=Grace").json().get("token").asString(), RestServer.NOW.plusSeconds(60)));
        server.clock().advance(Duration.ofMinutes(5));
        server.provider().leave(connection.orElseThrow());
        FakeWebhooks webhooks = server.provider().webhooks();
        server.provider().takeReports().reversed().forEach(it -> {
            assertThat(server.deliver(webhooks.signed(it))).isEqualTo(204);
            assertThat(server.deliver(webhooks.signed(it))).isEqualTo(204);
        });

        var person = server.asAlice("GET", "/session/" + code + "/attendance", "")
                .json()
                .get("people")
                .get(0);
        String csv = server.asAlice("GET", "/session/" + code + "/attendance", "", "accept", "text/csv")
                .text();

        assertThat(person.get("secondsPresent").asInt()).isEqualTo(300);
        assertThat(person.get("present").asBoolean()).isFalse();
        assertThat(csv).contains("\"'=Grace\"").contains("\"300\"");
    }

    @Test
    void aForgedReportIsRefusedAndWritesNothing() {
        String code = server.createdMeeting("{}");
        server.provider()
                .join(new JoinToken(
                        joinAsGuest(code, "Grace").json().get("token").asString(), RestServer.NOW.plusSeconds(60)));
        FakeWebhooks webhooks = server.provider().webhooks();

        server.provider()
                .takeReports()
                .forEach(it -> assertThat(server.deliver(webhooks.forged(it))).isEqualTo(401));

        assertThat(server.asAlice("GET", "/session/" + code + "/attendees", "").json())
                .isEmpty();
    }

    @Test
    void aSlashAtTheEndMakesNoDifference() {
        String code = server.createdMeeting("{}");

        assertThat(server.asAlice("GET", "/session/" + code + "/", "").status()).isEqualTo(200);
        assertThat(server.asAlice("GET", "/providers/", "").status()).isEqualTo(200);
        // a page's scripts are beside it
        assertThat(server.asAlice("GET", "/meet/" + code + "/", "").header("location"))
                .isEqualTo("/meet/" + code);
        assertThat(server.asAlice("GET", "/console/", "").header("location")).isEqualTo("/console");
        assertThat(server.asAlice("POST", "/webhooks/session/", "{}").status()).isEqualTo(401);
    }

    @Test
    void aMeetingIsOpenToNobodyBeforeItsTime() {
        String code = server.createdMeeting("{\"isScheduled\":true,\"scheduleTime\":\"2026-11-23T14:00:00Z\"}");

        Answer early = joinAsGuest(code, "Grace");

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.json().get("opensAt").asString()).isEqualTo("2026-11-23T13:50:00.000Z");
        server.clock().set(RestServer.NOW.plus(Duration.ofMinutes(110)));
        assertThat(joinAsGuest(code, "Grace").status()).isEqualTo(200);
    }

    private static Answer joinAsGuest(String code, String name) {
        return server.send("POST", "/join/" + code, ("{\"name\":\"" + name + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
