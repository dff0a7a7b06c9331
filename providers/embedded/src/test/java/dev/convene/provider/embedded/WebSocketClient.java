package dev.convene.provider.embedded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser's side of a real socket. */
final class WebSocketClient implements WebSocket.Listener {

    private static final int SECONDS = 30;

    private final LinkedBlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder pieces = new StringBuilder();
    private final WebSocket socket;

    private WebSocketClient(HttpClient http, URI uri, String origin) {
        var builder = http.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        socket = builder.buildAsync(uri, this)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
    }

    static WebSocketClient connect(HttpClient http, URI uri) {
        return new WebSocketClient(http, uri, null);
    }

    static WebSocketClient connectFrom(String origin, HttpClient http, URI uri) {
        return new WebSocketClient(http, uri, origin);
    }

    @Override
    public CompletionStage<?> onText(WebSocket it, CharSequence data, boolean last) {
        pieces.append(data);
        if (last) {
            received.add(JsonMapper.shared().readTree(pieces.toString()));
            pieces.setLength(0);
        }
        it.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket it, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket it, Throwable error) {
        closed.completeExceptionally(error);
    }

    WebSocketClient says(String json) {
        socket.sendText(json.replace('\'', '"'), true)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
        return this;
    }

    /** The same in pieces. */
    void saysSlowly(String json) {
        int half = json.length() / 2;
        String text = json.replace('\'', '"');
        socket.sendText(text.substring(0, half), false).join();
        socket.sendText(text.substring(half), true).join();
    }

    /** A piece, and never the last one. */
    void saysWithoutEnd(String piece) {
        socket.sendText(piece, false).orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /** The same again and again, until the server has enough. */
    void floods(String json) {
        for (int i = 0; i < 10_000 && !closed.isDone(); i++) {
            try {
                says(json);
            } catch (CompletionException e) {
                return;
            }
        }
    }

    WebSocketClient joins(String token) {
        return says("{'type':'join','token':'" + token + "'}");
    }

    /** The next message of that type; those before it are passed over. */
    JsonNode hears(String type) throws InterruptedException {
        for (; ; ) {
            JsonNode message = hearsFirst();
            if (message.path("type").asString("").equals(type)) {
                return message;
            }
        }
    }

    JsonNode hearsFirst() throws InterruptedException {
        JsonNode message = received.poll(SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("Nothing came");
        }
        return message;
    }

    int closeCode() {
        return closed.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /** The connection breaks, without a goodbye. */
    void breaks() {
        socket.abort();
    }

    void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }
}
