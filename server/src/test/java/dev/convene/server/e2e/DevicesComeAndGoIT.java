package dev.convene.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Devices take their time to start: whatever the person does meanwhile, nothing captures that they switched off. And they are
 * unplugged.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DevicesComeAndGoIT {

    /** Keeps what was captured. A device starts when {@code start()} is called, if {@code slow} is set. */
    private static final String SLOW_DEVICES = """
            (() => {
              const devices = navigator.mediaDevices;
              const waiting = [];
              const captured = [];
              for (const name of ['getUserMedia', 'getDisplayMedia']) {
                const capture = devices[name].bind(devices);
                devices[name] = async constraints => {
                  const stream = await capture(constraints);
                  captured.push(...stream.getTracks());
                  if (window.slow) {
                    await new Promise(resolve => waiting.push(resolve));
                  }
                  return stream;
                };
              }
              window.asked = () => waiting.length;
              window.start = () => waiting.splice(0).forEach(resolve => resolve());
              window.live = kind => captured.filter(it => it.kind === kind && it.readyState === 'live').length;
              window.unplug = kind => {
                devices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'));
                const track = captured.find(it => it.kind === kind && it.readyState === 'live');
                track.stop();
                track.dispatchEvent(new Event('ended'));
              };
            })();""";

    private Chromium chromium;
    private RunningServer server;
    private String link;

    @BeforeAll
    void start(@TempDir Path home) {
        chromium = Chromium.start();
        server = RunningServer.start(home);
        link = server.url() + "/meet/" + Console.of(chromium, server).created("{}");
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
    void ofTwoMicrophonesChosenInARowOneIsOpen() {
        Page page = atTheDoor();

        page.locator("#microphone").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        start(page, 2);

        page.waitForFunction("() => live('audio') === 1");
    }

    @Test
    void aCameraSwitchedOffWhileItStartsStaysOff() {
        Page page = atTheDoor();

        for (int i = 0; i < 3; i++) {
            page.locator("#toggle-camera").click();
        }
        start(page, 1);

        page.waitForFunction("() => live('video') === 0");
        assertThat(page.locator("#toggle-camera")).hasAttribute("aria-label", "Turn camera on");
    }

    @Test
    void aScreenChosenAfterTheCallIsNotCaptured() {
        Page page = inTheCall();

        page.locator("#share").click();
        page.waitForFunction("() => asked() === 1");
        page.locator("#leave").click();
        Screens.shows(page, "left");
        start(page, 1);

        page.waitForFunction("() => live('video') + live('audio') === 0");
    }

    @Test
    void whoseMicrophoneIsUnpluggedIsToldSo() {
        Page page = inTheCall();

        page.evaluate("unplug('audio')");

        assertThat(page.locator("#toasts")).containsText("No microphone found");
        assertThat(page.locator("#mic")).hasAttribute("aria-label", "Unmute microphone");
    }

    private Page inTheCall() {
        Page page = atTheDoor();
        page.locator("#name").fill("Grace");
        page.locator("#join").click();
        Screens.shows(page, "call");
        return page;
    }

    /** With both devices started, and slow from now on. */
    private Page atTheDoor() {
        Page page = chromium.person();
        page.addInitScript(SLOW_DEVICES);
        page.navigate(link);
        page.waitForFunction("() => live('audio') === 1 && live('video') === 1");
        assertThat(page.locator("#microphone")).isEnabled();
        page.evaluate("window.slow = true");
        return page;
    }

    private static void start(Page page, int devices) {
        page.waitForFunction("devices => asked() === devices", devices);
        page.evaluate("start()");
    }
}
