package dev.convene.server.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.convene.server.ConveneServer;
import dev.convene.server.predecessor.PredecessorDatabase;
import dev.convene.testkit.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each exchange that needs no vendor is answered as the predecessor did, or as the table in {@code UPGRADING.md} says. The
 * clock stands where it stood at the recording.
 */
@SpringBootTest(
        classes = {ConveneServer.class, GoldenReplayIT.StandingClock.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.username=postgres",
            "convene.jwt.secret=" + GoldenReplayIT.SECRET,
            "convene.jwt.issuer=peer-issuer",
            "convene.rate-limit.enabled=false"
        })
class GoldenReplayIT {

    static final String SECRET = "a-secret-of-the-golden-replay-only-0123456789";

    private static final Set<String> GROUPS =
            Set.of("create", "token", "edit", "end", "attendees", "archives", "storage", "auth", "misc");
    private static final Set<String> NEEDS_A_VENDOR =
            Set.of("create.archiving", "token.foreign-session-id", "storage.no-creds-aws", "storage.no-creds-azure");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The predecessor's own: its rows become ours as those of an operator who moves over. */
    private static final PredecessorDatabase DATABASE = PredecessorDatabase.postgresql();

    @LocalServerPort
    private int port;

    @Autowired
    private SettableClock clock;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", DATABASE::url);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class StandingClock {
        @Bean
        @Primary
        SettableClock standingClock() {
            return new SettableClock(Instant.ofEpochSecond(1795394150L));
        }
    }

    @TestFactory
    Stream<DynamicTest> answersAsThePredecessorDidOrAsUpgradingSays() {
        Map<String, UpgradingTable.Row> intended = UpgradingTable.read().rows();
        return replayed()
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> {
                    PredecessorRows.of(DATABASE, "embedded").replace(it);
                    clock.set(it.at());
                    if (it.name().equals("end.twice")) {
                        send(it);
                    }
                    String was = summary(it.status(), it.answer());
                    HttpResponse<String> response = send(it);
                    String is = summary(response.statusCode(), json(response));
                    UpgradingTable.Row row = intended.get(it.name());
                    assertThat(is)
                            .as("%s: %s %s %s", it.name(), it.method(), it.path(), it.body())
                            .isEqualTo(row == null ? was : row.convene());
                    if (row == null) {
                        assertThat(kind(json(response))).isEqualTo(kind(it.answer()));
                    } else {
                        assertThat(row.predecessor()).isEqualTo(was).isNotEqualTo(is);
                        assertThat(row.reason()).isNotBlank();
                    }
                }));
    }

    @Test
    void theTableNamesOnlyExchangesThatAreReplayed() {
        Set<String> names = new TreeSet<>(replayed().map(Exchange::name).toList());
        // others are replayed by GoldenRs256IT, GoldenTwilioIT and GoldenVonageIT
        Set<String> rows = new TreeSet<>(UpgradingTable.read().rows().keySet());
        rows.removeIf(it -> it.startsWith("rs256.") || it.startsWith("twilio.") || GoldenVonageIT.replays(it));
        assertThat(names).containsAll(rows);
    }

    private static Stream<Exchange> replayed() {
        return Exchange.all().stream()
                .filter(it -> it.mode().equals("stock"))
                .filter(it -> GROUPS.contains(it.name().split("[.?]")[0].split(" ")[0]))
                .filter(it ->
                        !it.path().startsWith("/archives") || it.vendorCalls().isEmpty())
                .filter(it -> !it.name().startsWith("create.vendor") && !NEEDS_A_VENDOR.contains(it.name()));
    }

    private HttpResponse<String> send(Exchange exchange) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + exchange.path()))
                .method(
                        exchange.method(),
                        exchange.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(exchange.body()));
        new TreeMap<>(exchange.headers()).forEach((name, value) -> {
            if (!List.of("content-length", "host", "connection").contains(name)) {
                request.header(name, name.equals("authorization") ? authorization(exchange, value) : value);
            }
        });
        return http.send(request.build(), BodyHandlers.ofString());
    }

    static String authorization(Exchange exchange, String recorded) {
        if (!recorded.contains("see claims")) {
            return recorded;
        }
        try {
            var token = new JWSObject(
                    new JWSHeader(JWSAlgorithm.HS256),
                    new Payload(exchange.claims().toString()));
            token.sign(new MACSigner(SECRET));
            return "Bearer " + token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        boolean isJson =
                response.headers().firstValue("content-type").orElse("").contains("json");
        return isJson ? JSON.readTree(response.body()) : JSON.getNodeFactory().stringNode(response.body());
    }

    /** Status and what a client reads: name, message and details of an error, the form of a success. */
    static String summary(int status, JsonNode body) {
        if (body.has("error")) {
            JsonNode error = body.get("error");
            JsonNode message = error.get("message");
            String text = message.isString() ? message.asString() : message.toString();
            String details = error.path("details")
                    .valueStream()
                    .map(it -> " " + it.path("path").asString() + ":"
                            + it.path("code").asString())
                    .findFirst()
                    .orElse("");
            return (status + " " + text + details).replace("`", "");
        }
        if (body.isArray()) {
            return status + " "
                    + body.valueStream().map(GoldenReplayIT::attendee).toList();
        }
        if (body.has("metaData")) {
            return status + " archive of " + body.get("sessionId").asString();
        }
        if (body.has("code")) {
            return status + (body.get("code").asString().matches("[A-Za-z0-9_-]{10}") ? " code" : " a strange code");
        }
        if (body.has("token")) {
            return status + " token of " + body.get("sessionId").asString();
        }
        return status + (body.isObject() ? " " + new TreeSet<>(body.propertyNames()) : "");
    }

    /** What a program tells errors apart by. */
    private static String kind(JsonNode body) {
        JsonNode error = body.path("error");
        return error.path("name").asString("") + " " + error.path("code").asString("");
    }

    private static String attendee(JsonNode it) {
        return it.get("id").asLong() + " " + it.get("attendee").asString() + " of "
                + it.get("sessionId").asString() + " since "
                + it.get("createdOn").asString() + (it.get("isDeleted").asBoolean() ? " left" : " in");
    }
}
