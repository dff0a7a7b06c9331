package dev.convene.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a stop by SIGTERM, which is every orchestrator's, does to those who are there. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class GracefulStopIT {

    private static final int SERVICE_RESTART = 1012;

    @TempDir
    private Path home;

    @Test
    void socketsAreToldToComeAgainAndRequestsUnderWayEnd() throws Exception {
        ServerProcess server = ServerProcess.start(home, "--convene.jwt.secret=" + Api.JWT_SECRET);
        try (var api = new Api(server.url());
                var http = HttpClient.newHttpClient()) {
            String code = api.createMeeting();
            var ada = new Signal(api.joinToken(code));
            http.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://" + server.url().getAuthority() + "/convene/embedded/signal"), ada)
                    .get(10, TimeUnit.SECONDS);
            assertThat(ada.first.get(10, TimeUnit.SECONDS)).contains("\"welcome\"");
            try (var slow = new SlowRequest(server.url(), "/join/" + code, "{\"name\": \"Ben\"}")) {
                server.terminate();

                assertThat(ada.closed.get(20, TimeUnit.SECONDS)).isEqualTo(SERVICE_RESTART);
                assertThat(slow.end()).isEqualTo("HTTP/1.1 200 ");
            }
            assertThat(server.awaitExit()).isTrue();
        } finally {
            server.kill();
        }
    }

    /** Somebody in the meeting. */
    private static final class Signal implements WebSocket.Listener {

        private final String token;
        private final CompletableFuture<String> first = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        Signal(String token) {
            this.token = token;
        }

        @Override
        public void onOpen(WebSocket socket) {
            socket.sendText("{\"type\": \"join\", \"token\": \"" + token + "\"}", true);
            socket.request(Long.MAX_VALUE);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            first.complete(text.toString());
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }

    /** A request whose body the server waits for. */
    private static final class SlowRequest implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;
        private final String body;

        SlowRequest(URI server, String path, String body) throws IOException {
            this.socket = new Socket(server.getHost(), server.getPort());
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            this.body = body;
            write("POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: " + body.length()
                    + "\r\n\r\n");
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 100 ");
            assertThat(in.readLine()).isEmpty();
        }

        /** Sends the body; the status line of the answer. */
        String end() throws IOException {
            write(body);
            return in.readLine();
        }

        private void write(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
