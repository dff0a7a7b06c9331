package dev.convene.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** By keyboard alone, and with a server that cannot be reached for a while. */
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleKeepsItsPlaceIT {

    private Chromium chromium;
    private RunningServer server;
    private Console console;
    private Page page;

    @BeforeAll
    void start(@TempDir Path home) {
        chromium = Chromium.start();
        server = RunningServer.start(home);
        console = Console.of(chromium, server);
        page = console.page();
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void aMeetingIsShown() {
        page.context().setOffline(false);
        String link = console.created("{\"title\":\"Morning round\"}");
        page.navigate(server.url() + "/console#/");
        Screens.shows(page, "list");
        page.navigate(server.url() + "/console#/meetings/" + link);
        Screens.shows(page, "meeting");
    }

    @Test
    void afterAnEditTheFocusIsWhereItWas() {
        page.locator("#edit-meeting").press("Enter");
        page.locator("#meeting-title").fill("Evening round");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("Evening round");
        assertThat(page.locator("#edit-meeting")).isFocused();
    }

    @Test
    void afterTheEndTheFocusIsOnTheHeading() {
        page.locator("#end-meeting").press("Enter");
        page.locator("#confirm-yes").press("Enter");

        assertThat(page.locator("#end-meeting")).hasCount(0);
        assertThat(page.locator("h1")).isFocused();
    }

    @Test
    void goingBackClosesADialog() {
        page.locator("#edit-meeting").click();
        assertThat(page.locator("dialog")).isVisible();

        page.goBack();

        Screens.shows(page, "list");
        assertThat(page.locator("dialog")).hasCount(0);
    }

    @Test
    void whileTheServerIsAwayThatIsSaidAndTakenBack() {
        page.context().setOffline(true);
        assertThat(page.locator("#meeting-trouble")).containsText("cannot be reached");
        Screens.isAccessible(page, "console-offline");

        page.context().setOffline(false);
        assertThat(page.locator("#meeting-trouble")).isEmpty();
    }

    @Test
    void aMeetingThatCouldNotBeLoadedIsThereWhenTheServerIs() {
        String address = page.url();
        page.goBack();
        Screens.shows(page, "list");
        page.context().setOffline(true);
        page.navigate(address);
        Screens.shows(page, "meeting-problem");

        page.context().setOffline(false);
        Screens.shows(page, "meeting");
    }
}
