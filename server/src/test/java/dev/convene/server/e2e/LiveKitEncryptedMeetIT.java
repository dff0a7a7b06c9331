package dev.convene.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.convene.provider.livekit.LiveKitServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An end-to-end encrypted meeting on a real LiveKit server. Left out where there is none. */
class LiveKitEncryptedMeetIT {

    private static LiveKitServer livekit;
    private static Chromium browser;
    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path home) {
        livekit = LiveKitServer.prepared();
        browser = Chromium.start();
        server = RunningServer.start(
                home,
                "--convene.default-provider=livekit",
                "--convene.livekit.url=" + livekit.url(),
                "--convene.livekit.api-key=" + LiveKitServer.KEY,
                "--convene.livekit.api-secret=" + LiveKitServer.SECRET);
        livekit.start("");
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable it : new AutoCloseable[] {browser, server, livekit}) {
            if (it != null) {
                it.close();
            }
        }
    }

    @Test
    void onlyWhoHasTheKeySeesAnything() {
        Page console = browser.person();
        console.navigate(server.signInLink());
        console.locator("#new-meeting").waitFor();
        String link = server.url() + "/meet/" + console.evaluate("""
                async () => (await (await fetch('/session', { method: 'POST', headers: { 'Content-Type': 'application/json' },
                  body: JSON.stringify({ isScheduled: false, endToEndEncryption: true }) })).json()).code""");
        Page ada = browser.person();
        Page grace = browser.person();
        enter(ada, link);
        enter(grace, link);
        Media.flowsTo(ada);
        Media.flowsTo(grace);

        Page mallory = browser.person();
        mallory.route("**/join/*", LiveKitEncryptedMeetIT::withoutEncryption);
        enter(mallory, link);

        // what is sent arrives, and means nothing
        mallory.waitForCondition(() -> received(mallory, "audioBytesReceived") > 10_000);
        assertThat(received(mallory, "framesDecoded")).isZero();
    }

    /** The page believes that nothing is encrypted, as LiveKit's server does. */
    private static void withoutEncryption(Route route) {
        APIResponse answer = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(answer)
                .setBody(answer.text().replace("\"endToEndEncryption\":true", "\"endToEndEncryption\":false")));
    }

    private static void enter(Page page, String link) {
        page.navigate(link);
        page.locator("#name").fill("Somebody");
        page.locator("#join").click();
        Screens.shows(page, "call");
    }

    @SuppressWarnings("unchecked")
    private static long received(Page page, String counter) {
        var peers = (List<Map<String, Object>>) page.evaluate("async () => await window.convene?.stats() ?? []");
        return peers.stream()
                .mapToLong(it -> ((Number) it.get(counter)).longValue())
                .sum();
    }
}
