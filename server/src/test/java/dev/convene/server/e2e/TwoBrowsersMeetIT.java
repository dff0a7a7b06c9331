package dev.convene.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
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
        grace.navigate(joinLink);
        grace.locator("#name").fill("Grace");
        grace.locator("#join").click();
        Screens.shows(grace, "call");

        seesAndHearsSomebody(ada);
        seesAndHearsSomebody(grace);
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

        assertThat(grace.locator("#mic")).hasAttribute("aria-label", "Unmute microphone");
        ada.waitForFunction("() => document.body.innerHTML.includes('Grace')");
        assertThat(ada.locator("#live-polite, .tile")).not().hasCount(0);
    }

    @Test
    @Order(6)
    void theConsoleShowsWhoIsIn() {
        assertThat(console.locator("#attendance")).containsText("Grace");
        Screens.isAccessible(console, "console-meeting");
    }

    @Test
    @Order(7)
    void graceLeavesAndComesBack() {
        grace.locator("#leave").click();
        ada.waitForFunction("async () => (await window.convene.stats()).length === 0");
        grace.locator("#rejoin").click();
        Screens.shows(grace, "call");

        seesAndHearsSomebody(ada);
        seesAndHearsSomebody(grace);
    }

    @Test
    @Order(8)
    void aDroppedConnectionComesBackByItself() {
        grace.context().setOffline(true);
        grace.evaluate("() => window.dispatchEvent(new Event('offline'))");
        grace.context().setOffline(false);

        seesAndHearsSomebody(grace);
        seesAndHearsSomebody(ada);
    }

    @Test
    @Order(9)
    void adaEndsTheMeetingForAll() {
        ada.locator("#end-all").click();
        ada.locator("dialog[open] .danger, dialog[open] .primary").last().click();

        Screens.shows(grace, "ended");
        Screens.shows(ada, "ended");
        Screens.isAccessible(grace, "ended");
    }

    @Test
    @Order(10)
    void theLinkLetsNobodyInAnyMore() {
        Page late = gracesBrowser.person();
        late.navigate(joinLink);

        Screens.shows(late, "ended");
    }

    @Test
    @Order(11)
    void theAttendanceTellsBothAndGracesTwoVisits() {
        String report = (String) console.evaluate(
                "async link => (await fetch('/session/' + link + '/attendance?format=csv')).text()",
                joinLink.substring(joinLink.lastIndexOf('/') + 1));

        assertThat(report.lines().skip(1)).hasSize(2);
        assertThat(report).containsPattern(Pattern.compile("\"Grace\",\"false\",.*,\"[2-9]\"\r\n"));
    }

    /** getStats() shows pictures decoded and sound received since a first look. */
    private static void seesAndHearsSomebody(Page page) {
        page.waitForFunction(
                """
                async () => {
                  const [peer] = await window.convene?.stats() ?? [];
                  const first = window.firstLook ??= peer;
                  const more = peer && first && peer.peerId === first.peerId
                      && peer.framesDecoded > first.framesDecoded && peer.audioBytesReceived > first.audioBytesReceived;
                  if (more || (peer && first && peer.peerId !== first.peerId)) {
                    delete window.firstLook;
                  }
                  return more;
                }""", null, new WaitForFunctionOptions().setTimeout(60_000).setPollingInterval(200));
    }

    private static void closeQuietly(AutoCloseable it) {
        try {
            it.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
