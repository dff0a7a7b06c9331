package dev.convene.server.vonage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.convene.provider.vonage.Credentials;
import dev.convene.provider.vonage.VonageStub;
import dev.convene.server.e2e.Chromium;
import dev.convene.server.e2e.RunningServer;
import dev.convene.server.e2e.Screens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The join page with Vonage's browser client, told in order. Vonage's cloud cannot be reached from a test: a script of the
 * test behaves as that client documents itself, and the stub as Vonage's servers.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class VonageJoinPageIT {

    private final List<String> refusedByThePolicy = new ArrayList<>();
    private Chromium chromium;
    private VonageStub vonage;
    private FakeClientServer client;
    private RunningServer server;
    private Page console;
    private Page ada;
    private Page grace;
    private String joinLink;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        chromium = Chromium.start();
        vonage = new VonageStub(Credentials.UNIFIED);
        client = new FakeClientServer(vonage, Credentials.UNIFIED);
        server = RunningServer.start(
                home,
                "--convene.vonage.application-id=" + Credentials.UNIFIED.project(),
                "--convene.vonage.private-key=" + ((Credentials.Unified) Credentials.UNIFIED).pem(),
                "--convene.vonage.url=" + vonage.url(),
                "--convene.vonage.client.url=" + client.url() + "/opentok.js",
                "--convene.vonage.client.sources=" + client.url(),
                "--convene.default-provider=vonage");
    }

    @AfterAll
    void stop() {
        chromium.close();
        server.close();
        client.close();
        vonage.close();
    }

    @Test
    @Order(1)
    void twoPeopleSeeEachOther() {
        console = chromium.person();
        console.navigate(server.signInLink());
        console.locator("#new-meeting").click();
        console.locator("#meeting-title").fill("On Vonage");
        console.locator("#save-meeting").click();
        joinLink = console.locator("#join-link").inputValue();
        ada = watched(console.context().newPage());
        ada.navigate(joinLink);
        ada.locator("#join").click();
        assertThat(ada.locator("#tiles .tile")).hasCount(1);

        grace = watched(chromium.person());
        grace.navigate(joinLink);
        grace.locator("#name").fill("Grace");
        grace.locator("#join").click();

        assertThat(ada.locator("#tiles .tile[data-own=false]")).hasCount(1);
        assertThat(grace.locator("#tiles .tile[data-own=false]")).hasCount(1);
        assertThat(ada.locator("#tiles .tile[data-own=false]")).containsText("Grace");
        ada.waitForFunction("() => document.querySelector('#tiles .tile[data-own=false] video')?.videoWidth > 0");
        assertThat(refusedByThePolicy).isEmpty();
    }

    @Test
    @Order(2)
    void whatIsSwitchedOffIsSeenByTheOther() {
        grace.locator("#mic").click();

        assertThat(ada.locator("#tiles .tile[data-own=false] .tile-muted")).isVisible();
    }

    @Test
    @Order(3)
    void aMessageReachesTheOtherAndStaysText() {
        grace.locator("#chat").click();
        grace.locator("#chat-input").fill("<img src=x onerror=alert(1)> hello");
        grace.locator("#chat-send").click();
        ada.locator("#chat").click();

        assertThat(ada.locator("#chat-log")).containsText("<img src=x onerror=alert(1)> hello");
    }

    @Test
    @Order(4)
    void whoeverEndsTheMeetingEndsItForAllAtVonageToo() {
        String session = vonage.lastSession();
        assertThat(vonage.connected(session)).isEqualTo(2);
        ada.locator("#end-all").click();
        ada.locator("dialog[open] .danger, dialog[open] .primary").last().click();

        Screens.shows(grace, "ended");
        Screens.shows(ada, "ended");
        assertThat(vonage.connected(session)).isZero();
    }

    @Test
    @Order(5)
    void anEncryptedMeetingHasAKeyThatVonageDoesNotGet() {
        Page page = watched(console.context().newPage());
        page.navigate(server.url() + "/console");
        String code = (String) page.evaluate("""
                () => fetch('/session', { method: 'POST', headers: { 'Content-Type': 'application/json' },
                  body: JSON.stringify({ isScheduled: false, endToEndEncryption: true }) })
                  .then(it => it.json()).then(it => it.code)""");
        page.navigate(server.url() + "/meet/" + code);
        page.locator("#join").click();

        assertThat(page.locator("#tiles .tile")).hasCount(1);
        @SuppressWarnings("unchecked")
        var used = (Map<String, Map<String, String>>) page.evaluate("() => window.fakeOT");
        assertThat(used.get("properties").get("encryptionSecret")).matches("[0-9a-f]{64}");
        assertThat(vonage.session(vonage.lastSession())).containsEntry("e2ee", "true");
        assertThat(vonage.requests())
                .noneMatch(it -> it.toString().contains(used.get("properties").get("encryptionSecret")));
    }

    private Page watched(Page page) {
        page.onConsoleMessage(it -> {
            if (it.text().contains("Content Security Policy")) {
                refusedByThePolicy.add(it.text());
            }
        });
        return page;
    }
}
