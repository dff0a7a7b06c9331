package dev.convene.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** A browser that is signed in to the console. */
record Console(Page page) {

    static Console of(Chromium chromium, RunningServer server) {
        Page page = chromium.person();
        page.navigate(server.signInLink());
        assertThat(page.locator("#new-meeting")).isVisible();
        return new Console(page);
    }

    /** The link of a new meeting. @param body as {@code POST /session} takes it */
    String created(String body) {
        return (String) page.evaluate("""
                async body => (await (await fetch('/session', {
                  method: 'POST', headers: { 'Content-Type': 'application/json' }, body
                })).json()).code""", body);
    }
}
