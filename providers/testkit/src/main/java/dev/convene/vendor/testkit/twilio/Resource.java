package dev.convene.vendor.testkit.twilio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A resource of Twilio's, as the fields that it is answered with. */
final class Resource {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    Resource(String sid) {
        fields.put("sid", sid);
    }

    Resource with(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    String sid() {
        return text("sid");
    }

    String text(String name) {
        return Objects.requireNonNull(fields.get(name), name).toString();
    }

    boolean is(String name, @Nullable Object value) {
        return Objects.equals(fields.get(name), value);
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    String json() {
        return Json.of(fields);
    }
}
