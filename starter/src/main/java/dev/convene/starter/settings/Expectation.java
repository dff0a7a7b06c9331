package dev.convene.starter.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Says what kind of value a setting takes. */
final class Expectation {

    private static final Map<Class<?>, String> KINDS = Map.of(
            Boolean.class, "true or false",
            Integer.class, "a whole number",
            Long.class, "a whole number",
            Double.class, "a number",
            Duration.class, "a time such as 30s, 10m or 24h",
            DataSize.class, "a size such as 256KB or 1MB",
            Path.class, "the path of a file",
            URI.class, "an address such as https://meet.example.org",
            InetAddress.class, "an address such as 127.0.0.1");

    private Expectation() {}

    static Optional<String> of(Class<?> type) {
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed.isEnum()) {
            return Optional.of("one of "
                    + Arrays.stream(boxed.getEnumConstants())
                            .map(it -> it.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
        return Optional.ofNullable(KINDS.get(boxed));
    }
}
