package dev.convene.vendor.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param path without the query, as it was on the wire: still encoded
 * @param rawQuery null if there is none
 * @param headers as sent, names in any case
 */
public record VendorRequest(
        String method, String path, @Nullable String rawQuery, Map<String, List<String>> headers, String body) {

    static VendorRequest of(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var uri = exchange.getRequestURI();
        return new VendorRequest(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                uri.getRawQuery(),
                Map.copyOf(exchange.getRequestHeaders()),
                body);
    }

    /** The header's first value. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(it -> it.getKey().equalsIgnoreCase(name))
                .map(it -> it.getValue().getFirst())
                .findFirst();
    }

    public Map<String, List<String>> query() {
        return FormFields.decode(rawQuery);
    }

    public Optional<String> query(String name) {
        return first(query(), name);
    }

    /** The body's fields, if it is a form. */
    public Map<String, List<String>> form() {
        return FormFields.decode(body);
    }

    public Optional<String> form(String name) {
        return first(form(), name);
    }

    private static Optional<String> first(Map<String, List<String>> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(List::getFirst);
    }

    @Override
    public String toString() {
        return method + " " + path + (rawQuery == null ? "" : "?" + rawQuery) + " " + body;
    }
}
