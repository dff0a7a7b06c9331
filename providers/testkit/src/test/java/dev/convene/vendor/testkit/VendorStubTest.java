package dev.convene.vendor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.testkit.NoThreadsLeftBehind;
import dev.convene.testkit.VendorFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoThreadsLeftBehind.class)
class VendorStubTest {

    private static final String FILE = """
            openapi: 3.0.3
            info: {title: Cups, version: 1.0.0}
            paths:
              /cups:
                post:
                  requestBody:
                    required: true
                    content:
                      application/x-www-form-urlencoded:
                        schema:
                          type: object
                          required: [size]
                          properties: {size: {type: integer, maximum: 3}}
                  responses: {'200': {description: made}}
            """;

    private static final class Cups extends VendorStub {

        private int made;

        Cups(OpenApiCheck check) {
            super(check);
        }

        @Override
        protected VendorAnswer answer(VendorRequest request) {
            made++;
            return VendorAnswer.json(
                    200,
                    "{\"cup\":" + made + ",\"size\":" + request.form("size").orElseThrow() + "}");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Cups cups;

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(folder.resolve("cups.yml"), FILE);
        cups = new Cups(OpenApiCheck.by(file));
    }

    @AfterEach
    void closed() {
        cups.recover();
        http.close();
    }

    @Test
    void itAnswersAndRemembers() throws Exception {
        assertThat(make("size=1").body()).isEqualTo("{\"cup\":1,\"size\":1}");
        assertThat(make("size=2").body()).isEqualTo("{\"cup\":2,\"size\":2}");

        assertThat(cups.requests()).extracting(VendorRequest::body).containsExactly("size=1", "size=2");
        cups.close();
    }

    @Test
    void whatTheFileDoesNotAllowFailsTheTest() throws Exception {
        make("size=4");

        assertThatThrownBy(cups::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST /cups")
                .hasMessageContaining("maximum");
    }

    @Test
    void aPathThatTheFileDoesNotHaveFailsTheTest() throws Exception {
        send("/saucers", "size=1");

        assertThatThrownBy(cups::close).hasMessageContaining(OpenApiCheck.UNKNOWN_PATH);
    }

    @Test
    void whatTheFileGetsWrongCanBeExcepted() throws Exception {
        cups.close();
        cups = new Cups(OpenApiCheck.by(folder.resolve("cups.yml")).except("/saucers", OpenApiCheck.UNKNOWN_PATH));
        send("/saucers", "size=1");

        cups.close();
    }

    @Test
    void aStubThatFailsFailsTheTest() throws Exception {
        cups.close();
        cups = new Cups(OpenApiCheck.none());

        assertThat(make("colour=red").statusCode()).isEqualTo(500);
        assertThatThrownBy(cups::close).hasMessageContaining("the stub failed");
    }

    @Test
    void faultsComeInTheirOrderAndGo() throws Exception {
        cups.failNext(VendorFault.answers(429, "3"));
        cups.failNext(new VendorFault.Babbles("<html>"));

        HttpResponse<String> limited = make("size=1");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("3");
        assertThat(make("size=1").body()).isEqualTo("<html>");
        assertThat(make("size=1").body()).isEqualTo("{\"cup\":1,\"size\":1}");
        assertThat(cups.calls()).isEqualTo(3);
        cups.close();
    }

    @Test
    void aVendorCanHangStallAndHangUp() throws Exception {
        for (VendorFault fault : List.of(new VendorFault.Hangs(), new VendorFault.HangsUp())) {
            cups.fail(fault);
            assertThatThrownBy(() -> make("size=1")).isInstanceOf(IOException.class);
            cups.recover();
        }
        cups.fail(new VendorFault.Stalls());
        var stalled = http.sendAsync(request("/cups", "size=1"), BodyHandlers.ofInputStream())
                .get();
        assertThat(stalled.statusCode()).isEqualTo(200);
        assertThat(stalled.body().read()).isEqualTo('[');
        cups.close();
    }

    @Test
    void filesAreFoundBesideTheProjectAndAboveIt() throws IOException {
        Path contracts = Files.createDirectories(folder.resolve("shared/contracts"));
        Path project = Files.createDirectories(folder.resolve("project/module"));
        Path file = Files.writeString(contracts.resolve("cups.yml"), FILE);

        assertThat(VendorFiles.findAbove(project, "cups.yml")).contains(file);
        assertThat(VendorFiles.findAbove(project, "plates.yml")).isEmpty();
        cups.close();
    }

    private HttpResponse<String> make(String form) throws Exception {
        return send("/cups", form);
    }

    private HttpResponse<String> send(String path, String form) throws Exception {
        return http.send(request(path, form), BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String form) {
        return HttpRequest.newBuilder(URI.create(cups.url() + path))
                .timeout(Duration.ofMillis(500))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }
}
