package dev.convene.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One meeting from the first click to the last, told in order: Ada in one Chromium, Grace in another. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(ToldInOrder.class)
class TwoBrowsersMeetIT {

    private static final String KEPT_SOCKETS = """
            window.sockets = [];
            window.WebSocket = class extends WebSocket {
              constructor(...given) {
                super(...given);
                sockets.push(this);
              }
            };""";

    private Chromium adasBrowser;
    private Chromium gracesBrowser;
    private RunningServer server;
    private Page console;
    private Page ada;
    private Page grace;
    private String joinLink;

    @BeforeAll
    void start(@TempDir Path home) {
        adasBrowser = Chromium.start();
        gracesBrowser = Chromium.start();
        server = RunningServer.start(home);
    }

    @AfterAll
    void stop() {
        for (AutoCloseable it : new AutoCloseable[] {adasBrowser, gracesBrowser, server}) {
            if (it != null) {
                closeQuietly(it);
            }
        }
    }

    @Test
    @Order(1)
    void theOneTimeLinkSignsAdaInAndIsGoneFromTheAddressBar() {
        console = adasBrowser.person();
        console.navigate(server.signInLink());

        assertThat(console.locator("#new-meeting")).isVisible();
        assertThat(console.url()).doesNotContain("sign-in");
    }

    @Test
    @Order(2)
    void adaCreatesAMeetingAndGetsItsLink() {
        console.locator("#new-meeting").click();
        console.locator("#meeting-title").fill("Clinic <b>round</b>");
        console.locator("#save-meeting").click();

        joinLink = console.locator("#join-link").inputValue();
        assertThat(joinLink).startsWith(server.url() + "/meet/");
        assertThat(console.locator("h1")).hasText("Clinic <b>round</b>");
    }

    @Test
    @Order(3)
    void graceJoinsAsAGuestAndBothSeeAndHearEachOther() {
        ada = console.context().newPage();
        ada.navigate(joinLink);
        ada.locator("#join").click();
        Screens.shows(ada, "call");
        grace = gracesBrowser.person();
        grace.addInitScript(KEPT_SOCKETS);
        grace.navigate(joinLink);
        grace.locator("#name").fill("Grace");
        grace.locator("#join").click();
        Screens.shows(grace, "call");

        Media.flowsTo(ada);
        Media.flowsTo(grace);
        Screens.isAccessible(ada, "call-of-two");
    }

    @Test
    @Order(4)
    void aMessageReachesTheOtherAndStaysText() {
        grace.locator("#chat").click();
        grace.locator("#chat-input").fill("<img src=x onerror=alert(1)> hello");
        grace.locator("#chat-send").click();
        ada.locator("#chat").click();

        assertThat(ada.locator("#chat-log")).containsText("<img src=x onerror=alert(1)> hello");
        Screens.isAccessible(ada, "call-with-chat");
    }

    @Test
    @Order(5)
    void whatGraceSwitchesOffIsSeenByAda() {
        grace.locator("#mic").click();
        grace.locator("#cam").click();

        assertThat(grace.locator("#mic")).hasAttribute("aria-label", "Unmute microphone");
        assertThat(ada.locator("#tiles .tile[data-own=false][data-video=off] .tile-muted"))
                .isVisible();
        grace.locator("#mic").click();
        grace.locator("#cam").click();
        Media.flowsTo(ada);
    }

    @Test
    @Order(6)
    void adaSharesHerScreen() {
        ada.locator("#share").click();

        assertThat(grace.locator("#screens .tile")).isVisible();
        ada.locator("#stop-share").press("Enter");
        assertThat(grace.locator("#screens .tile")).hasCount(0);
        assertThat(ada.locator("h1")).isFocused();
    }

    @Test
    @Order(7)
    void theConsoleShowsWhoIsIn() {
        assertThat(console.locator("#attendance")).containsText("Grace");
        Locator timePresent = console.locator("#attendance tbody td").last();
        console.evaluate("document.querySelector('#attendance').kept = true");
        assertThat(timePresent).not().hasText(timePresent.textContent(), new HasTextOptions().setTimeout(15_000));
        assertThat(console.evaluate("document.querySelector('#attendance').kept"))
                .isEqualTo(true);
        Screens.isAccessible(console, "console-meeting");
    }

    @Test
    @Order(8)
    void graceLeavesAndComesBack() {
        grace.locator("#leave").click();
        Media.isFromNobody(ada);
        grace.locator("#rejoin").click();
        Screens.shows(grace, "call");

        Media.flowsTo(ada);
        Media.flowsTo(grace);
    }

    @Test
    @Order(9)
    void aDroppedConnectionComesBackByItself() {
        grace.evaluate("sockets.splice(0).forEach(it => it.close(4000))");
        grace.waitForFunction("() => sockets.some(it => it.readyState === WebSocket.OPEN)");

        Media.flowsTo(grace);
        Media.flowsTo(ada);
    }

    @Test
    @Order(10)
    void adaEndsTheMeetingForAll() {
        ada.locator("#end-all").click();
        ada.locator("dialog[open] .danger, dialog[open] .primary").last().click();

        Screens.shows(grace, "ended");
        Screens.shows(ada, "ended");
        Screens.isAccessible(grace, "ended");
    }

    @Test
    @Order(11)
    void theLinkLetsNobodyInAnyMore() {
        Page late = gracesBrowser.person();
        late.navigate(joinLink);

        Screens.shows(late, "ended");
    }

    @Test
    @Order(12)
    void theAttendanceTellsBothAndGracesTwoVisits() {
        String report = (String) console.evaluate(
                "async link => (await fetch('/session/' + link + '/attendance?format=csv')).text()",
                joinLink.substring(joinLink.lastIndexOf('/') + 1));

        assertThat(report.lines().skip(1)).hasSize(2);
        assertThat(report).containsPattern(Pattern.compile("\"Grace\",\"false\",.*,\"[2-9]\"\r\n"));
    }

    private static void closeQuietly(AutoCloseable it) {
        try {
            it.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
