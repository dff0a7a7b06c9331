package dev.convene.server.variables;

import java.util.List;
import java.util.Map;

/**
 * A variable of the environment.
 *
 * @param settings what it becomes; none if it has no meaning here
 * @param meaning one line of Markdown for docs/configuration.md: what it takes and how it differs from the predecessor's
 * @param reading how its text becomes settings
 */
public record Variable(String name, List<String> settings, String meaning, Reading reading) {

    /** The text of one variable as the value of one setting. */
    @FunctionalInterface
    interface Value {
        /** @throws IllegalArgumentException with the reason, continuing a sentence that begins with the variable's name */
        String of(String text);
    }

    /** Becomes one setting. */
    static Variable of(String name, String setting, String meaning, Value value) {
        return new Variable(name, List.of(setting), meaning, (text, environment) -> Map.of(setting, value.of(text)));
    }

    /** Is a part of a setting that another variable becomes, and only checked by itself. */
    static Variable partOf(String setting, String name, String meaning, Value value) {
        return new Variable(name, List.of(setting), meaning, (text, environment) -> {
            value.of(text);
            return Map.of();
        });
    }

    /** May be set and has no effect. */
    static Variable unused(String name, String why) {
        return new Variable(name, List.of(), why, (text, environment) -> Map.of());
    }
}
