package dev.convene.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import java.nio.file.Path;

/** What every screen is asked: which it is, whether axe finds anything, and its picture. */
public final class Screens {

    private static final Path PICTURES = Path.of("target", "screens");

    private Screens() {}

    public static void shows(Page page, String screen) {
        page.waitForFunction(
                "screen => document.querySelector('main')?.dataset.screen === screen",
                screen,
                new WaitForFunctionOptions().setTimeout(30_000));
    }

    /** Axe on the page as it stands, and a picture of it for people to look at. */
    static void isAccessible(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        var results = new AxeBuilder(page).analyze();
        assertThat(results.getViolations())
                .as(name)
                .extracting(it -> it.getId() + ": " + it.getHelp() + " "
                        + it.getNodes().getFirst().getHtml())
                .isEmpty();
    }
}
