package dev.convene.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.convene.server.twilio.TwilioClient;
import dev.convene.testkit.SettableClock;
import dev.convene.vendor.testkit.twilio.TwilioStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The join page on Twilio, told in order: Ada moderates, Grace is her guest. Twilio's cloud cannot be reached from a test, so
 * its browser client is one that does what is documented of it; the server's side is the stub.
 */
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(ToldInOrder.class)
class TwilioJoinPageIT {

    private static final String CLIENT = "**/twilio-video.min.js";

    private static Chromium browser;
    private static TwilioStub twilio;
    private static RunningServer server;
    private static TwilioClient client;
    private static String meeting;
    private static Page ada;
    private static Page grace;

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        browser = Chromium.start();
        twilio = new TwilioStub(new SettableClock(Instant.now()));
        server = RunningServer.start(
                home,
                "--JWT_SECRET=" + TwilioClient.JWT_SECRET,
                "--convene.default-provider=twilio",
                "--convene.twilio.account-sid=" + TwilioStub.ACCOUNT_SID,
                "--convene.twilio.auth-token=" + TwilioStub.AUTH_TOKEN,
                "--convene.twilio.api-key-sid=" + TwilioStub.API_KEY_SID,
                "--convene.twilio.api-key-secret=" + TwilioStub.API_KEY_SECRET,
                "--convene.twilio.url=" + twilio.url());
        client = new TwilioClient(server.url());
        meeting = client.post("/session", Map.of("isScheduled", false)).text("code");
        ada = browser.person();
        grace = ada.context().newPage();
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable it : new AutoCloseable[] {client, browser, server, twilio}) {
            if (it != null) {
                it.close();
            }
        }
    }

    @Test
    @Order(1)
    void theShippedClientIsTwiliosAndThePageMayLoadIt() {
        Page page = browser.person();
        page.navigate(server.url() + "/meet/" + meeting);
        page.addScriptTag(
                new Page.AddScriptTagOptions().setUrl(server.url() + "/convene/providers/twilio/twilio-video.min.js"));

        assertThat(page.evaluate("() => Twilio.Video.version")).isEqualTo("2.36.0");
        page.close();
    }

    @Test
    @Order(2)
    void bothAreInUnderTheirNames() throws Exception {
        join(ada, "ada", "Ada", "moderator");
        join(grace, "grace", "Grace <b>Hopper</b>", "publisher");

        assertThat(ada.locator("#tiles .tile[data-own=false]")).containsText("Grace <b>Hopper</b>");
        assertThat(grace.locator("#tiles .tile[data-own=false]")).containsText("Ada");
        assertThat(ada.locator("#tiles .tile[data-own=false] video")).isVisible();
    }

    @Test
    @Order(3)
    void aMessageReachesTheOtherAndStaysText() {
        grace.locator("#chat").click();
        grace.locator("#chat-input").fill("<img src=x onerror=alert(1)> hello");
        grace.locator("#chat-send").click();
        ada.locator("#chat").click();

        assertThat(ada.locator("#chat-log")).containsText("<img src=x onerror=alert(1)> hello");
        assertThat(grace.locator("#chat-log")).containsText("hello");
    }

    @Test
    @Order(4)
    void whatIsNoMessageChangesNothing() {
        for (String nonsense : new String[] {
            "{",
            "null",
            "[]",
            "{\"type\":\"hello\",\"name\":\"Mallory\"}",
            "{\"type\":\"chat\",\"text\":7}",
            "x".repeat(9_000)
        }) {
            grace.evaluate("it => fakeTwilio.say(it)", nonsense);
        }
        grace.evaluate("it => fakeTwilio.say(it)", "{\"type\":\"chat\",\"text\":\"still here\"}");

        assertThat(ada.locator("#chat-log")).containsText("still here");
        assertThat(ada.locator("#tiles .tile[data-own=false]")).containsText("Grace <b>Hopper</b>");
        assertThat(ada.locator("#chat-log")).not().containsText("Mallory");
    }

    @Test
    @Order(5)
    void whatGraceSwitchesOffIsSeenByAda() {
        grace.locator("#mic").click();
        grace.locator("#cam").click();

        assertThat(ada.locator("#tiles .tile[data-own=false][data-video=off] .tile-muted"))
                .isVisible();
        grace.locator("#mic").click();
        grace.locator("#cam").click();
        assertThat(ada.locator("#tiles .tile[data-own=false][data-video=on]")).isVisible();
    }

    @Test
    @Order(6)
    void adaSharesHerScreen() {
        ada.locator("#share").click();

        assertThat(grace.locator("#screens .tile")).isVisible();
        ada.locator("#share").click();
        assertThat(grace.locator("#screens .tile")).hasCount(0);
    }

    @Test
    @Order(7)
    void adaRemovesGraceAndNobodyElseCan() {
        int refused = (int) grace.evaluate("""
                async token => (await fetch('/convene/twilio/moderation/end',
                  { method: 'POST', headers: { Authorization: `Bearer ${token}` } })).status""", token(grace));
        assertThat(refused).isEqualTo(403);

        ada.locator("#people").click();
        Response removal = ada.waitForResponse(it -> it.url().contains("/convene/twilio/moderation/remove/PA"), () -> {
            ada.locator("#people-list [data-action=remove]").click();
            ada.locator("#confirm-yes").click();
        });
        assertThat(removal.status()).isEqualTo(204);
        // what Twilio's cloud does then
        grace.evaluate("() => fakeTwilio.over(0)");

        Screens.shows(grace, "removed");
        assertThat(ada.locator("#tiles .tile[data-own=false]")).hasCount(0);
    }

    @Test
    @Order(8)
    void adaEndsTheMeetingForAll() throws Exception {
        Response end = ada.waitForResponse(it -> it.url().endsWith("/convene/twilio/moderation/end"), () -> {
            ada.locator("#end-all").click();
            ada.locator("#confirm-yes").click();
        });
        assertThat(end.status()).isEqualTo(204);
        assertThat(twilio.isOpen(client.call("GET", "/session/" + meeting, "").text("sessionId")))
                .isFalse();
        ada.evaluate("() => fakeTwilio.over(53118)");

        Screens.shows(ada, "ended");
    }

    private static void join(Page page, String identity, String name, String role) throws Exception {
        String token = client.post(
                        "/session/" + meeting + "/token", Map.of("data", identity, "name", name, "role", role))
                .text("token");
        page.route(
                CLIENT,
                it -> it.fulfill(
                        new FulfillOptions().setContentType("text/javascript").setBody(fake())));
        page.navigate(server.url() + "/meet/" + meeting + "#token=" + token);
        page.locator("#join").click();
        Screens.shows(page, "call");
    }

    private static String token(Page page) {
        return (String) page.evaluate("link => sessionStorage.getItem('convene.token.' + link)", meeting);
    }

    private static String fake() {
        try (var script = Objects.requireNonNull(TwilioJoinPageIT.class.getResourceAsStream("/fake-twilio-video.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
