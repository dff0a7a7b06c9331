package dev.convene.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code docs/api/openapi.json}, which the server serves, is what springdoc makes of the controllers. To write it anew:
 * {@code mvn -pl starter -am verify -DskipUnits -Dit.test=ApiDescriptionIT -Ddocs.write}
 */
class ApiDescriptionIT {

    private static final Path DOCUMENT = Path.of("..", "docs", "api", "openapi.json");

    @Test
    void theDescriptionSaysWhatTheControllersSay() throws IOException {
        String made;
        try (var server = RestServer.startWith(
                "--convene.security.whole-application=true",
                "--springdoc.default-produces-media-type=application/json",
                "--springdoc.writer-with-order-by-keys=true")) {
            JsonNode document = server.asAlice("GET", "/v3/api-docs", "").json();
            ((ObjectNode) document).putArray("servers").addObject().put("url", "/");
            made = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        }
        if (System.getProperty("docs.write") != null) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, made);
        }

        assertThat(DOCUMENT).hasContent(made);
        assertThat(made).contains("\"openapi\" : \"3.1").doesNotContain("Caller");
    }
}
