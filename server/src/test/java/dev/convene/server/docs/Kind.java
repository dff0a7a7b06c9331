package dev.convene.server.docs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.ClassUtils;

/**
 * What values a setting takes.
 *
 * @param words for people
 * @param many whether it is a list or a map
 */
record Kind(String words, boolean many) {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("java.lang.String", "text"),
            Map.entry("java.lang.Boolean", "true or false"),
            Map.entry("java.lang.Integer", "number"),
            Map.entry("java.lang.Long", "number"),
            Map.entry("java.lang.Double", "number"),
            Map.entry("java.time.Duration", "time"),
            Map.entry("org.springframework.util.unit.DataSize", "size"),
            Map.entry("java.nio.file.Path", "file"),
            Map.entry("java.net.URI", "address"));

    /** @param type as the metadata has it, such as {@code java.util.List<java.lang.String>} */
    static Kind of(String type) {
        if (type.startsWith("java.util.List<") || type.startsWith("java.util.Set<")) {
            return new Kind("list", true);
        }
        return type.startsWith("java.util.Map<") ? new Kind("names with values", true) : new Kind(words(type), false);
    }

    private static String words(String type) {
        String known = WORDS.get(type);
        if (known != null) {
            return known;
        }
        Class<?> ours = ClassUtils.resolveClassName(type, Kind.class.getClassLoader());
        return ours.isEnum() ? constants(ours) : inWords(ours.getSimpleName());
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(it -> "`" + it.toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                .collect(Collectors.joining(", "));
    }

    /** {@code RateLimit}: rate limit. */
    private static String inWords(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
