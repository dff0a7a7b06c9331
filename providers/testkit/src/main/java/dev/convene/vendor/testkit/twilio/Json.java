package dev.convene.vendor.testkit.twilio;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes JSON, which needs no library. */
final class Json {

    private Json() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(it -> text(String.valueOf(it.getKey())) + ":" + of(it.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case Collection<?> items -> items.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            case Raw raw -> raw.json();
            default -> text(value.toString());
        };
    }

    /** JSON already. */
    record Raw(String json) {}

    private static String text(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(it -> {
            if (it == '"' || it == '\\') {
                quoted.append('\\').append((char) it);
            } else if (it < ' ') {
                quoted.append("\\u%04x".formatted(it));
            } else {
                quoted.append((char) it);
            }
        });
        return quoted.append('"').toString();
    }
}
