package dev.convene.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.convene.provider.livekit.LiveKitServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A meeting on a real LiveKit server, told in order: Ada moderates in one Chromium, Grace is her guest in another. Their media
 * goes through LiveKit, and who was there is known by its webhooks. Left out where there is no LiveKit.
 */
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(ToldInOrder.class)
class LiveKitMeetIT {

    private static final LocatorAssertions.ContainsTextOptions LONGER =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private static LiveKitServer livekit;
    private static Chromium adasBrowser;
    private static Chromium gracesBrowser;
    private static RunningServer server;
    private static Page console;
    private static Page ada;
    private static Page grace;
    private static Page mallory;
    private static String joinLink;

    @BeforeAll
    static void start(@TempDir Path home) {
        livekit = LiveKitServer.prepared();
        adasBrowser = Chromium.start();
        gracesBrowser = Chromium.start();
        server = RunningServer.start(
                home,
                "--convene.default-provider=livekit",
                "--convene.livekit.url=" + livekit.url(),
                "--convene.livekit.max-participants=3",
                "--convene.livekit.api-key=" + LiveKitServer.KEY,
                "--convene.livekit.api-secret=" + LiveKitServer.SECRET);
        livekit.start(
                "webhook: {api_key: %s, urls: ['%s/webhooks/livekit']}".formatted(LiveKitServer.KEY, server.url()));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable it : new AutoCloseable[] {adasBrowser, gracesBrowser, server, livekit}) {
            if (it != null) {
                it.close();
            }
        }
    }

    @Test
    @Order(1)
    void bothSeeAndHearEachOtherThroughLiveKit() {
        console = adasBrowser.person();
        console.navigate(server.signInLink());
        console.locator("#new-meeting").click();
        console.locator("#meeting-title").fill("Clinic round");
        console.locator("#save-meeting").click();
        joinLink = console.locator("#join-link").inputValue();
        ada = console.context().newPage();
        ada.navigate(joinLink);
        ada.locator("#join").click();
        Screens.shows(ada, "call");
        grace = gracesBrowser.person();
        enter(grace, "Grace <b>Hopper</b>");

        Media.flowsTo(ada);
        Media.flowsTo(grace);
        assertThat(ada.locator("#tiles .tile[data-own=false]")).containsText("Grace <b>Hopper</b>");
    }

    /** Reported by LiveKit's webhooks, and by nothing else. */
    @Test
    @Order(2)
    void theConsoleShowsWhoIsIn() {
        assertThat(console.locator("#attendance")).containsText("Grace <b>Hopper</b>");
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
    void whatGraceSwitchesOffIsSeenByAda() {
        grace.locator("#mic").click();
        grace.locator("#cam").click();

        assertThat(ada.locator("#tiles .tile[data-own=false][data-video=off] .tile-muted"))
                .isVisible();
        grace.locator("#mic").click();
        grace.locator("#cam").click();
        assertThat(ada.locator("#tiles .tile[data-own=false][data-video=on]")).isVisible();
        Media.flowsTo(ada);
    }

    @Test
    @Order(5)
    void adaSharesHerScreen() {
        ada.locator("#share").click();

        assertThat(grace.locator("#screens .tile")).isVisible();
        ada.locator("#share").click();
        assertThat(grace.locator("#screens .tile")).hasCount(0);
    }

    @Test
    @Order(6)
    void graceLeavesAndComesBack() {
        grace.locator("#leave").click();
        Media.isFromNobody(ada);
        grace.locator("#rejoin").click();
        Screens.shows(grace, "call");

        Media.flowsTo(ada);
        Media.flowsTo(grace);
    }

    @Test
    @Order(7)
    void nobodyButAModeratorRemovesOrEnds() {
        int refused = (int) grace.evaluate("""
                async () => (await fetch('/convene/livekit/moderation/end',
                  { method: 'POST', headers: { Authorization: 'Bearer nonsense' } })).status""");

        assertThat(refused).isEqualTo(403);
    }

    @Test
    @Order(8)
    void whoIsOneTooManyIsToldSo() {
        mallory = gracesBrowser.person();
        enter(mallory, "Mallory");
        Page late = gracesBrowser.person();
        late.navigate(joinLink);
        late.locator("#name").fill("Late");
        late.locator("#join").click();

        assertThat(late.locator("body")).containsText("The meeting is full");
        late.close();
    }

    /** LiveKit lets in whoever has a token; its report of that puts her out again, maybe before she is quite in. */
    @Test
    @Order(9)
    void whomAdaRemovesStaysOut() {
        ada.locator("#people").click();
        Locator row = ada.locator("#people-list li").filter(new Locator.FilterOptions().setHasText("Mallory"));
        Response removal = ada.waitForResponse(it -> it.url().contains("/convene/livekit/moderation/remove/PA"), () -> {
            row.locator("[data-action=remove]").click();
            ada.locator("#confirm-yes").click();
        });

        assertThat(removal.status()).isEqualTo(204);
        Screens.shows(mallory, "removed");
        assertThat(row).hasCount(0);
        mallory.reload();
        mallory.locator("#join").click();
        assertThat(mallory.locator("body")).containsText("You were removed from the meeting", LONGER);
        assertThat(row).hasCount(0);
        mallory.close();
    }

    @Test
    @Order(10)
    void adaEndsTheMeetingForAll() {
        ada.locator("#end-all").click();
        ada.locator("#confirm-yes").click();

        Screens.shows(grace, "ended");
        Screens.shows(ada, "ended");
    }

    @Test
    @Order(11)
    void theAttendanceTellsGracesTwoVisits() {
        String report = (String) console.evaluate(
                "async link => (await fetch('/session/' + link + '/attendance?format=csv')).text()",
                joinLink.substring(joinLink.lastIndexOf('/') + 1));

        assertThat(report.lines().skip(1)).hasSize(3);
        assertThat(report).containsPattern("\"Grace <b>Hopper</b>\",\"false\",.*,\"2\"\r\n");
    }

    private static void enter(Page page, String name) {
        page.navigate(joinLink);
        page.locator("#name").fill(name);
        page.locator("#join").click();
        Screens.shows(page, "call");
    }
}
