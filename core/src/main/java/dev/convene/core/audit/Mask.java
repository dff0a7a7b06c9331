package dev.convene.core.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts {@value #HIDDEN} in place of what must not be in a log that nobody can take it out of again. */
final class Mask {

    static final String HIDDEN = "***";

    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(pass(word|wd|phrase|code)|secret|token|api[-_]?key|private[-_]?key|credential|authorization|cookie).*");

    private Mask() {}

    /** The JSON object, at any depth without the values whose names sound like secrets. */
    static Map<String, @Nullable Object> secrets(Map<?, ?> object) {
        var masked = new LinkedHashMap<String, @Nullable Object>();
        object.forEach((key, value) -> {
            String name = String.valueOf(key);
            masked.put(name, value != null && SECRET.matcher(name).matches() ? HIDDEN : value(value));
        });
        return masked;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object -> secrets(object);
            case List<?> array -> array.stream().map(Mask::value).toList();
            case null, default -> value;
        };
    }
}
