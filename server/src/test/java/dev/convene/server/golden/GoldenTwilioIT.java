package dev.convene.server.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.server.ConveneServer;
import dev.convene.server.predecessor.PredecessorDatabase;
import dev.convene.testkit.SettableClock;
import dev.convene.vendor.testkit.twilio.TwilioStub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What was recorded from the predecessor with its Twilio provider bound: answered as it did, or as the table in {@code
 * UPGRADING.md} says. Twilio is a stub, which has the first meeting's room already.
 */
class GoldenTwilioIT {

    private static final PredecessorDatabase DATABASE = PredecessorDatabase.postgresql();

    private static TwilioStub twilio;
    private static ConfigurableApplicationContext server;

    @BeforeAll
    static void start() {
        twilio = new TwilioStub(new SettableClock());
        twilio.openRoom();
        server = new SpringApplicationBuilder(ConveneServer.class, GoldenReplayIT.StandingClock.class)
                .run(
                        "--PORT=0",
                        "--spring.datasource.url=" + DATABASE.url(),
                        "--JWT_SECRET=" + GoldenReplayIT.SECRET,
                        "--JWT_ISSUER=peer-issuer",
                        "--TWILIO_ACCOUNT_SID=" + TwilioStub.ACCOUNT_SID,
                        "--TWILIO_AUTH_TOKEN=" + TwilioStub.AUTH_TOKEN,
                        "--TWILIO_API_KEY=" + TwilioStub.API_KEY_SID,
                        "--TWILIO_API_SECRET=" + TwilioStub.API_KEY_SECRET,
                        "--convene.twilio.url=" + twilio.url());
    }

    @AfterAll
    static void stop() {
        server.close();
        twilio.close();
    }

    /** In the order of the recording, for the rooms are numbered. */
    @TestFactory
    Stream<DynamicTest> answersAsThePredecessorDidOrAsUpgradingSays() {
        return recorded().map(it -> DynamicTest.dynamicTest(it.name(), () -> assertAnswered(it)));
    }

    @Test
    void theTableNamesOnlyExchangesThatAreReplayed() {
        List<String> names = recorded().map(Exchange::name).toList();

        assertThat(UpgradingTable.read().rows().keySet())
                .filteredOn(it -> it.startsWith("twilio."))
                .isSubsetOf(names);
    }

    private static Stream<Exchange> recorded() {
        return Exchange.all().stream().filter(it -> it.mode().equals("twilio"));
    }

    private static void assertAnswered(Exchange exchange) throws Exception {
        PredecessorRows.of(DATABASE, "twilio").replace(exchange);
        server.getBean(SettableClock.class).set(exchange.at());
        String was = GoldenReplayIT.summary(exchange.status(), exchange.answer());
        HttpResponse<String> response = send(exchange);
        String is = GoldenReplayIT.summary(response.statusCode(), GoldenReplayIT.json(response));
        UpgradingTable.Row row = UpgradingTable.read().rows().get(exchange.name());

        assertThat(is).isEqualTo(row == null ? was : row.convene());
        if (row != null) {
            assertThat(row.predecessor()).isEqualTo(was).isNotEqualTo(is);
        }
    }

    private static HttpResponse<String> send(Exchange exchange) throws Exception {
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + exchange.path()))
                .header("content-type", "application/json")
                .header("authorization", GoldenReplayIT.authorization(exchange, "see claims"))
                .method(
                        exchange.method(),
                        exchange.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(exchange.body()))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
