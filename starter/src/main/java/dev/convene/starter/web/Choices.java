package dev.convene.starter.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Values of which there are a few, by the names they have on the wire. */
final class Choices {

    private Choices() {}

    static <T> T of(String path, String text, T[] values, Function<T, String> name) {
        return Arrays.stream(values)
                .filter(it -> name.apply(it).equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(path, Arrays.stream(values).map(name).toList()));
    }

    private static InvalidRequest unknown(String path, List<String> allowed) {
        return InvalidRequest.field(
                path, "enum", "must be one of " + String.join(", ", allowed), Map.of("allowedValues", allowed));
    }
}
