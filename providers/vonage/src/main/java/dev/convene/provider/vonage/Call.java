package dev.convene.provider.vonage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request to Vonage.
 *
 * @param what it is for, to be told after "unavailable to"
 * @param path with its query, below the platform's address
 */
record Call(
        String what, String method, String path, @Nullable Body body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    record Body(String type, String text) {

        BodyPublisher publisher() {
            return BodyPublishers.ofString(text);
        }
    }

    static Call get(String what, String path) {
        return new Call(what, "GET", path, null);
    }

    static Call delete(String what, String path) {
        return new Call(what, "DELETE", path, null);
    }

    static Call post(String what, String path) {
        return new Call(what, "POST", path, null);
    }

    static Call post(String what, String path, Object json) {
        return new Call(what, "POST", path, json(json));
    }

    static Call put(String what, String path, Object json) {
        return new Call(what, "PUT", path, json(json));
    }

    static Call form(String what, String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
        return new Call(what, "POST", path, new Body("application/x-www-form-urlencoded", form));
    }

    /** A text as one segment of a path, or one value of a query (RFC 3986, 2.3). */
    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~")
                .replace("*", "%2A");
    }

    /** Whether doing it twice is the same as once (RFC 9110, 9.2.2). */
    boolean isIdempotent() {
        return !method.equals("POST");
    }

    private static Body json(Object value) {
        return new Body("application/json", JSON.writeValueAsString(value));
    }
}
