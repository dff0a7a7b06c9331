package dev.convene.server.variables;

import java.util.List;

/**
 * Variables that belong together.
 *
 * @param title a heading in docs/configuration.md
 */
public record VariableGroup(String title, List<Variable> variables) {

    static VariableGroup of(String title, Variable... variables) {
        return new VariableGroup(title, List.of(variables));
    }
}
