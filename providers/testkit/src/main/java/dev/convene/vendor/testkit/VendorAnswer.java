package dev.convene.vendor.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** What a vendor answers. */
public record VendorAnswer(int status, Map<String, String> headers, String body) {

    public VendorAnswer {
        headers = Map.copyOf(headers);
    }

    public static VendorAnswer json(int status, String body) {
        return new VendorAnswer(status, Map.of("Content-Type", "application/json"), body);
    }

    public static VendorAnswer empty(int status) {
        return new VendorAnswer(status, Map.of(), "");
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
