package dev.convene.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.server.e2e.RunningServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes to no controller is answered in the form of all other problems. */
class ErrorAnswersIT {

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path home) {
        server = RunningServer.start(home, "--convene.jwt.secret=a-secret-of-this-test-only-0123456789");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/session/%zz",
                "/session/%00",
                "/session/a%2fb",
                "/session/{link}",
                "/session/a;b",
                "/session//b"
            })
    void anAddressThatIsNotWellFormedIsAProblemAndNoPage(String path) throws IOException {
        String answer = answerTo("GET " + path);

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"error\":{\"statusCode\":400");
        assertThat(answer).doesNotContain("<html");
    }

    @Test
    void anAccessTokenOfManyPermissionsIsRead() throws IOException {
        String long15KB = "x".repeat(15 * 1024);

        assertThat(answerTo("GET /session", "Authorization: Bearer " + long15KB))
                .startsWith("HTTP/1.1 401");
        assertThat(answerTo("GET /session", "Authorization: Bearer " + long15KB + long15KB))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @Test
    void aBodyOfAnotherTypeIsRefusedInThePredecessorsWords() throws IOException {
        String answer = answerTo("POST /join/anything", "Content-Type: text/plain");

        assertThat(answer)
                .startsWith("HTTP/1.1 415")
                .contains("\"message\":\"Content-type text/plain does not match [application/json].\"");
    }

    /** By hand: no client of the JDK's would send such requests. */
    private static String answerTo(String methodAndPath, String... headers) throws IOException {
        var request = new StringBuilder(methodAndPath).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        try (var socket = new Socket("127.0.0.1", server.url().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(request.append("Content-Length: 0\r\n\r\n")
                            .toString()
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
