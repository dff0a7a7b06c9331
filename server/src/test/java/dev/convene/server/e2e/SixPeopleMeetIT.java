package dev.convene.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many as the embedded provider takes, in one browser so that a small machine carries them. */
class SixPeopleMeetIT {

    private static final int MOST = 6;

    /** What is tested is who sees whom, not how well: thirty streams are encoded and decoded on this machine. */
    private static final String SMALL_PICTURES = """
            (() => {
              const capture = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
              navigator.mediaDevices.getUserMedia = ({ audio, video }) =>
                capture({ audio, video: video && { width: 160, height: 120, frameRate: 5 } });
            })();""";

    @Test
    void sixSeeEachOtherAndASeventhReadsWhyNot(@TempDir Path home) {
        try (var chromium = Chromium.start();
                var server = RunningServer.start(home)) {
            String link = server.url() + "/meet/" + Console.of(chromium, server).created("{}");
            List<Page> people = new ArrayList<>();
            for (int i = 1; i <= MOST; i++) {
                people.add(enter(chromium, link, "Person " + i));
                Screens.shows(people.getLast(), "call");
            }

            people.forEach(it -> Media.flowsTo(it, MOST - 1));

            Page seventh = enter(chromium, link, "Person 7");
            assertThat(seventh.locator("main")).containsText("which is all it takes");
        }
    }

    private static Page enter(Chromium chromium, String link, String name) {
        Page page = chromium.person();
        page.addInitScript(SMALL_PICTURES);
        page.navigate(link);
        page.locator("#name").fill(name);
        page.locator("#join").click();
        return page;
    }
}
