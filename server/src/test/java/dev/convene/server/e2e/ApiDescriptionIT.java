package dev.convene.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/api/openapi.yaml} is what the server serves; {@code -Ddocs.write=true} writes it anew. */
class ApiDescriptionIT {

    private static final Path DOCUMENT = Path.of("..", "docs", "api", "openapi.yaml");

    @Test
    void theDocumentIsWhatTheServerServes(@TempDir Path home) throws Exception {
        try (var server = RunningServer.start(home);
                var http = HttpClient.newHttpClient()) {
            URI address = server.url().resolve("/openapi.json.yaml");
            String served = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body()
                    .replace(server.url().toString(), "http://127.0.0.1:3000");
            if (Boolean.getBoolean("docs.write")) {
                Files.createDirectories(DOCUMENT.getParent());
                Files.writeString(DOCUMENT, served);
            }

            assertThat(DOCUMENT).hasContent(served);
            assertThat(served).contains("openapi: 3.1").doesNotContain("Caller");
        }
    }
}
