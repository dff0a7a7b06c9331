package dev.convene.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.convene.provider.livekit.LiveKitStub;
import dev.convene.testkit.VendorFault;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The join page where LiveKit does not let anybody in; where it does, see {@link LiveKitMeetIT}. */
class LiveKitJoinPageIT {

    private Chromium browser;
    private LiveKitStub livekit;
    private RunningServer server;
    private Page page;

    @BeforeEach
    void start(@TempDir Path home) {
        browser = Chromium.start();
        livekit = new LiveKitStub(Clock.systemUTC());
        server = RunningServer.start(
                home,
                "--convene.default-provider=livekit",
                "--convene.livekit.url=" + livekit.url(),
                "--convene.livekit.api-key=" + LiveKitStub.KEY,
                "--convene.livekit.api-secret=" + LiveKitStub.SECRET);
        page = browser.person();
        page.navigate(server.signInLink());
        page.locator("#new-meeting").click();
        page.locator("#meeting-title").fill("Clinic round");
        page.locator("#save-meeting").click();
        page.navigate(page.locator("#join-link").inputValue());
    }

    @AfterEach
    void stop() {
        for (AutoCloseable it : new AutoCloseable[] {browser, server, livekit}) {
            if (it != null) {
                closeQuietly(it);
            }
        }
    }

    @Test
    void theShippedClientIsLiveKitsAndSaysWhyNobodyGetsIn() {
        page.waitForRequest("**/rtc/**", () -> {
            page.locator("#join").click();
            page.waitForCondition(
                    () -> livekit.requests().stream().anyMatch(it -> it.path().startsWith("/rtc")));
        });
        assertThat(page.evaluate("() => LivekitClient.version")).isEqualTo("2.23.0");

        // the stub has nothing but LiveKit's API: to the client it is a server that knows no such room
        assertThat(page.locator("#join")).isVisible();
        assertThat(page.locator("body")).containsText("You could not join");

        livekit.fail(VendorFault.answers(503));
        page.locator("#join").click();
        assertThat(page.locator("body")).containsText("The video provider does not answer");
    }

    private static void closeQuietly(AutoCloseable it) {
        try {
            it.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
