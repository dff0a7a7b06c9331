package dev.convene.server.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One recorded exchange: a request to the predecessor, what it answered, and its tables afterwards. */
record Exchange(JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static List<Exchange> all() {
        try (InputStream lines =
                Objects.requireNonNull(Exchange.class.getResourceAsStream("/golden/exchanges.jsonl"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JSON::readTree)
                    .map(Exchange::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return json.get("name").asString();
    }

    String mode() {
        return json.get("mode").asString();
    }

    String method() {
        return request().get("method").asString();
    }

    String path() {
        return request().get("path").asString();
    }

    Map<String, String> headers() {
        return JSON.convertValue(
                request().path("headers"),
                JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class));
    }

    JsonNode claims() {
        return request().path("claims");
    }

    /** The clock of the recording, to the second. */
    Instant at() {
        return Instant.ofEpochSecond(claims().path("iat").asLong(1795394150L));
    }

    /** The body as it went over the wire: recorded as text where it was no JSON object. */
    String body() {
        JsonNode body = request().path("body");
        if (body.isNull() || body.isMissingNode()) {
            return "";
        }
        return body.isString() ? body.asString() : body.toString();
    }

    int status() {
        return json.path("response").path("status").asInt();
    }

    JsonNode answer() {
        return json.path("response").path("body");
    }

    /** What the predecessor sent to its vendor. */
    JsonNode vendorCalls() {
        return json.path("vendorCalls");
    }

    JsonNode table(String name) {
        return json.path("db").path(name);
    }

    private JsonNode request() {
        return json.get("request");
    }

    @Override
    public String toString() {
        return name();
    }
}
