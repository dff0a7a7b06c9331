package dev.convene.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Under a path of its own, as behind a gateway. */
class ApiPagesIT {

    private static final String UNDER = "--server.servlet.context-path=/video";

    @TempDir
    private Path home;

    @Test
    void theDescriptionLeadsBackToTheServerThatGaveIt() throws Exception {
        try (var server = RunningServer.start(home, UNDER);
                var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(server.url().resolve("/video/openapi.json"))
                    .build();

            var answer = http.send(request, BodyHandlers.ofString());

            JsonNode document = JsonMapper.shared().readTree(answer.body());
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
            assertThat(document.at("/openapi").asString()).startsWith("3.1");
            assertThat(document.at("/servers").toString()).isEqualTo("[{\"url\":\"/video\"}]");
            assertThat(document.path("paths").has("/session/{link}/token")).isTrue();
        }
    }

    @Test
    void anOperationCanBeTriedInTheBrowser() {
        try (var browser = Chromium.start();
                var server = RunningServer.start(home, UNDER)) {
            Page page = browser.person();

            page.navigate(server.url().resolve("/video/explorer").toString());
            page.locator("[data-path='/providers']").click();
            page.getByText("Try it out").click();
            page.getByText("Execute").click();

            assertThat(page.locator(".request-url")).containsText("/video/providers");
            assertThat(page.locator(".live-responses-table .response")).containsText("401");
        }
    }
}
