package dev.convene.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.convene.core.meeting.JoinService;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Visitor;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.RoomId;
import dev.convene.testkit.FakeProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
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
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A recording from its start to its deletion, by keyboard, on a provider that records. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(ToldInOrder.class)
class RecordingsInTheConsoleIT {

    private Chromium browser;
    private RunningServer server;
    private Page console;
    private MeetingLink link;

    @TestConfiguration(proxyBeanMethods = false)
    static class Recorder {
        @Bean
        FakeProvider fakeProvider(Clock clock) {
            return new FakeProvider(clock);
        }
    }

    @BeforeAll
    void start(@TempDir Path home) {
        browser = Chromium.start();
        server = RunningServer.with(Recorder.class, home, "--convene.default-provider=fake");
        console = browser.person();
        console.navigate(server.signInLink());
        console.locator("#new-meeting").click();
        console.locator("#meeting-title").fill("Board");
        console.locator("#save-meeting").click();
        String joinLink = console.locator("#join-link").inputValue();
        link = new MeetingLink(joinLink.substring(joinLink.lastIndexOf('/') + 1));
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void nothingIsRecordedWhileNobodyIsIn() {
        assertThat(recordings()).containsText("A recording can be started when somebody is in the meeting.");
        assertThat(console.locator("#record")).hasCount(0);
    }

    @Test
    @Order(2)
    void aRecordingIsStartedAndStoppedByKeyboard() {
        var admission =
                server.bean(JoinService.class).join(link, new Visitor(Optional.empty(), "Grace", Optional.empty()));
        assertThat(provider().join(admission.token())).isPresent();

        press(console.locator("#record"));
        assertThat(recordings()).containsText("Recording");
        assertThat(console.locator("#record")).hasText("Stop recording");
        assertThat(console.locator("#record")).isFocused();
        Screens.isAccessible(console, "console-recording");

        press(console.locator("#record"));
        assertThat(recordings()).containsText("Being finished");
    }

    @Test
    @Order(3)
    void aReadyRecordingShowsItsSizeAndIsDownloaded() {
        provider().archives().makeReady(archive(), 12_345_678);
        report();

        assertThat(recordings()).containsText("Ready");
        assertThat(recordings()).containsText("12.3 MB");
        assertThat(console.locator("#archives a")).hasAttribute("href", Pattern.compile("/archives/.+/download"));
        console.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Screens.isAccessible(console, "console-recordings-dark");
        console.setViewportSize(390, 844);
        Screens.isAccessible(console, "console-recordings-narrow");
    }

    @Test
    @Order(4)
    void aRecordingIsDeletedWhenThatIsConfirmed() {
        press(console.getByLabel(Pattern.compile("^Delete Board")));
        Screens.isAccessible(console, "console-delete-recording");
        press(console.locator("#confirm-yes"));

        assertThat(console.locator("#archives")).hasCount(0);
        assertThat(provider().archives().archivesOf(room())).isEmpty();
    }

    private Locator recordings() {
        return console.locator(".archives");
    }

    private static void press(Locator control) {
        control.focus();
        control.press("Enter");
    }

    private FakeProvider provider() {
        return server.bean(FakeProvider.class);
    }

    private ArchiveId archive() {
        return provider().archives().archivesOf(room()).getFirst().id();
    }

    private RoomId room() {
        return Objects.requireNonNull(server.bean(JoinService.class).look(link).roomId());
    }

    private void report() {
        server.bean(ProviderEvents.class).report(FakeProvider.NAME, provider().takeReports());
    }
}
