package dev.convene.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read who cannot come in, or not yet; on small screens and in the dark, too. */
@TestInstance(Lifecycle.PER_CLASS)
class JoinPageSpeaksIT {

    private Chromium chromium;
    private RunningServer server;
    private Page console;

    @BeforeAll
    void start(@TempDir Path home) {
        chromium = Chromium.start();
        server = RunningServer.start(home, "--convene.embedded.max-participants=2");
        console = Console.of(chromium, server).page();
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

    @Test
    void aWrongLink() {
        Page page = visit(person(), "no-such-link");

        assertThat(page.locator("h1")).containsText("no meeting with this link");
        Screens.isAccessible(page, "wrong-link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-such-link/"})
    void aLinkThatWasCutOrGrew(String rest) {
        Page page = visit(person(), rest);

        assertThat(page.locator("h1")).containsText("no meeting with this link");
    }

    @Test
    void aMeetingThatEndsAtTheDoor() {
        String code = created("{}");
        Page page = visit(person(), code);
        page.locator("#name").fill("Grace");
        console.evaluate("code => fetch(`/session/${code}/end`, { method: 'PATCH' })", code);
        page.locator("#join").click();

        Screens.shows(page, "ended");
        assertThat(page.locator("main")).containsText("ended today");
    }

    @Test
    void aMeetingThatHasNotOpened() {
        Page page = visit(person(), created("{\"isScheduled\":true,\"scheduleTime\":\"2099-05-06T07:08:00Z\"}"));

        assertThat(page.locator("#opens-at")).containsText("2099");
        Screens.isAccessible(page, "not-open");
    }

    @Test
    void aMeetingWithoutGuests() {
        Page page = visit(person(), created("{\"allowGuests\":false}"));

        assertThat(page.locator("main")).containsText("sign in");
        Screens.isAccessible(page, "no-guests");
    }

    @Test
    void aCameraThatIsDenied() {
        Page page = chromium.person(new NewContextOptions().setPermissions(List.of()));
        page.addInitScript(
                "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))");
        visit(page, created("{}"));

        assertThat(page.locator("main")).containsText("blocked");
        Screens.isAccessible(page, "camera-denied");
        page.locator("#name").fill("Grace");
        page.locator("#join").click();
        Screens.shows(page, "call");
    }

    @Test
    void aFullRoom() {
        String code = created("{}");
        for (String name : new String[] {"Ada", "Grace"}) {
            Page page = visit(person(), code);
            page.locator("#name").fill(name);
            page.locator("#join").click();
            Screens.shows(page, "call");
        }
        Page third = visit(person(), code);
        third.locator("#name").fill("Edsger");
        third.locator("#join").click();

        assertThat(third.locator("main")).containsText("which is all it takes");
    }

    @Test
    void whoIsRemovedReadsItAndStaysOut() {
        String code = created("{}");
        Page host = visit(console.context().newPage(), code);
        host.locator("#join").click();
        Screens.shows(host, "call");
        Page guest = visit(person(), code);
        guest.locator("#name").fill("Grace");
        guest.locator("#join").click();
        Screens.shows(guest, "call");

        host.locator("#people").click();
        host.locator("[data-action=remove]").press("Enter");
        host.locator("#confirm-yes").press("Enter");

        Screens.shows(guest, "removed");
        Screens.isAccessible(guest, "removed");
        assertThat(host.locator(".people-panel")).isFocused();
        guest.reload();
        guest.locator("#join").click();
        assertThat(guest.locator("#join-problem")).containsText("removed you");
        host.close();
    }

    @Test
    void theDoorOnASmallScreenInTheDark() {
        Page page = visit(
                chromium.person(new NewContextOptions()
                        .setViewportSize(390, 844)
                        .setColorScheme(ColorScheme.DARK)
                        .setPermissions(List.of("camera", "microphone"))),
                created("{\"title\":\"Consultation\"}"));

        assertThat(page.locator("#join")).isVisible();
        Screens.isAccessible(page, "door-small-dark");
    }

    @Test
    void theConsoleWithItsList() {
        created("{\"title\":\"Morning round\"}");
        console.reload();

        assertThat(console.locator("#meetings")).containsText("Morning round");
        Screens.isAccessible(console, "console");
    }

    private Page person() {
        return chromium.person();
    }

    private Page visit(Page page, String code) {
        page.navigate(server.url() + "/meet/" + code);
        return page;
    }

    private String created(String body) {
        return new Console(console).created(body);
    }
}
