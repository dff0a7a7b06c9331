package dev.convene.server.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A headless Chromium of its own, with a fake camera, that sends nothing beyond loopback. */
public final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--allow-loopback-in-peer-connection",
            "--auto-select-desktop-capture-source=Entire screen",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--no-first-run",
            "--mute-audio");

    /** Drops every ICE candidate that is not a loopback address, as it comes in and as it stands in a description. */
    private static final String LOOPBACK_ONLY = """
            (() => {
              const local = text => / (127\\.0\\.0\\.1|::1) /.test(text);
              const { addIceCandidate, setRemoteDescription } = RTCPeerConnection.prototype;
              RTCPeerConnection.prototype.addIceCandidate = function (it) {
                return it?.candidate && !local(it.candidate) ? Promise.resolve() : addIceCandidate.call(this, it);
              };
              RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp }) {
                const lines = sdp.split('\\r\\n').filter(it => !it.startsWith('a=candidate:') || local(it));
                return setRemoteDescription.call(this, { type, sdp: lines.join('\\r\\n') });
              };
            })();""";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(ARGUMENTS));
    }

    /** Starts one; the test is left out where there is none. */
    public static Chromium start() {
        Optional<Path> executable = executable();
        Assumptions.assumeTrue(executable.isPresent(), "No Chromium here: this browser test is left out");
        return new Chromium(executable.orElseThrow());
    }

    /** A person's own browser: no cookie, no storage, camera and microphone allowed. */
    public Page person() {
        return person(new Browser.NewContextOptions().setPermissions(List.of("camera", "microphone")));
    }

    public Page person(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.addInitScript(LOOPBACK_ONLY);
        context.setDefaultTimeout(30_000);
        return context.newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> executable() {
        String named = System.getenv("CONVENE_CHROMIUM");
        Stream<String> places = named != null
                ? Stream.of(named)
                : Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        return places.filter(it -> !it.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
