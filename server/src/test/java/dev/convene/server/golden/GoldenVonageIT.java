package dev.convene.server.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.provider.vonage.CallbackSender;
import dev.convene.provider.vonage.Credentials;
import dev.convene.provider.vonage.VonageStub;
import dev.convene.server.ConveneServer;
import dev.convene.server.predecessor.PredecessorDatabase;
import dev.convene.testkit.SettableClock;
import dev.convene.testkit.VendorFault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * What the predecessor did with Vonage behind it, and what it meant to do with Vonage's callbacks. Callbacks are signed here,
 * which the predecessor knew nothing of. Left out: a session id that comes twice, and a service without keys for a storage.
 */
@SpringBootTest(
        classes = {ConveneServer.class, GoldenReplayIT.StandingClock.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.username=postgres",
            "convene.jwt.secret=" + GoldenReplayIT.SECRET,
            "convene.jwt.issuer=peer-issuer",
            "convene.rate-limit.enabled=false",
            "convene.vonage.api-key=45828062",
            "convene.vonage.api-secret=0123456789abcdef0123456789abcdef01234567",
            "convene.default-provider=vonage",
            "convene.vonage.callbacks.signature-secrets=" + GoldenVonageIT.SIGNATURE_SECRET,
            "convene.vonage.storage.s3.access-key=AKIATEST",
            "convene.vonage.storage.s3.secret-key=awssecret",
            "convene.vonage.storage.azure.account-key=azkey",
            "convene.vonage.storage.azure.container=azcontainer"
        })
class GoldenVonageIT {

    static final String SIGNATURE_SECRET = "of-the-callbacks";

    private static final Pattern NAMES = Pattern.compile(
            "create\\.(vendor-500|vendor-empty-array|vendor-duplicate-session-id|archiving|e2ee)|archives\\.(get-in-db|get-vendor|delete-ok|delete-twice"
                    + "|delete-vendor|list-vendor).*|archives\\.list|storage\\.(azure-ok|vendor-.*)|vendor-down\\..*|webhook\\..*"
                    + "|auth\\.[A-Z]+ /archives.*only-permission|misc\\.(cors-origin|trailing-slash|accept-xml)");
    private static final Pattern STATUS = Pattern.compile(".*vendor-(\\d{3})");
    private static final PredecessorDatabase DATABASE = PredecessorDatabase.postgresql();
    private static final VonageStub VONAGE = new VonageStub(Credentials.OPENTOK);

    @LocalServerPort
    private int port;

    @Autowired
    private SettableClock clock;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", DATABASE::url);
        settings.add("convene.vonage.url", VONAGE::url);
    }

    @AfterAll
    static void stop() {
        VONAGE.close();
    }

    /** Whether the exchange of that name is replayed here. */
    static boolean replays(String name) {
        return NAMES.matcher(name).matches();
    }

    @TestFactory
    Stream<DynamicTest> answersAsThePredecessorDidOrAsUpgradingSays() {
        Map<String, UpgradingTable.Row> intended = UpgradingTable.read().rows();
        return Exchange.all().stream()
                .filter(it -> replays(it.name()))
                // stock callbacks always failed: what they were meant to do is in the other mode
                .filter(it -> it.mode().equals(it.name().startsWith("webhook.") ? "intended" : "stock"))
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> {
                    prepare(it);
                    String was = GoldenReplayIT.summary(it.status(), it.answer());
                    HttpResponse<String> response = send(it);
                    String is = GoldenReplayIT.summary(response.statusCode(), GoldenReplayIT.json(response));
                    UpgradingTable.Row row = intended.get(it.name());
                    assertThat(is)
                            .as("%s: %s %s %s", it.name(), it.method(), it.path(), it.body())
                            .isEqualTo(row == null ? was : row.convene());
                    if (row != null) {
                        assertThat(row.predecessor()).isEqualTo(was).isNotEqualTo(is);
                        assertThat(row.reason()).isNotBlank();
                    }
                }));
    }

    private void prepare(Exchange exchange) {
        VONAGE.recover();
        PredecessorRows.of(DATABASE, "vonage").replace(exchange);
        clock.set(exchange.at());
        exchange.table("video_session_details").forEach(row -> {
            if (row.path("archive_id").isString() && !exchange.name().contains("vendor-404")) {
                VONAGE.keepArchive(
                        row.path("archive_id").asString(),
                        row.path("session_id").asString());
            }
        });
        Matcher status = STATUS.matcher(exchange.name());
        if (status.matches()) {
            VONAGE.fail(VendorFault.answers(Integer.parseInt(status.group(1))));
        } else if (exchange.name().endsWith("empty-array")) {
            VONAGE.fail(new VendorFault.Babbles("[]"));
        } else if (exchange.name().endsWith("duplicate-session-id")) {
            String taken = exchange.table("video_session_details")
                    .get(0)
                    .get("session_id")
                    .asString();
            VONAGE.fail(new VendorFault.Babbles("[{\"session_id\":\"" + taken + "\"}]"));
        } else if (exchange.name().startsWith("vendor-down.")) {
            VONAGE.fail(new VendorFault.HangsUp());
        }
    }

    private HttpResponse<String> send(Exchange exchange) throws Exception {
        String path = exchange.path();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(
                        exchange.method(),
                        exchange.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(exchange.body()));
        if (path.startsWith("/webhooks")) {
            request.header(
                    "authorization", CallbackSender.signature(SIGNATURE_SECRET, exchange.body(), clock.instant()));
        } else {
            request.header("authorization", GoldenReplayIT.authorization(exchange, "see claims"));
        }
        String type = exchange.headers().get("content-type");
        if (type != null) {
            request.header("content-type", type);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
