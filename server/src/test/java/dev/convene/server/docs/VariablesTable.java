package dev.convene.server.docs;

import dev.convene.server.variables.Variable;
import dev.convene.server.variables.VariableGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The predecessor's variables as the tables of docs/configuration.md. */
final class VariablesTable {

    private static final String HEAD = """

            | variable | setting | meaning |
            | --- | --- | --- |
            """;

    private VariablesTable() {}

    static String of(List<VariableGroup> groups) {
        return groups.stream()
                .map(it -> "### " + it.title() + "\n" + HEAD + rows(it.variables()))
                .collect(Collectors.joining("\n"));
    }

    /** Those of which the same is to be said share a row. */
    private static String rows(List<Variable> variables) {
        var names = new LinkedHashMap<String, List<String>>();
        variables.forEach(it ->
                names.computeIfAbsent(meaning(it), same -> new ArrayList<>()).add(it.name()));
        return names.entrySet().stream()
                .map(it -> "| " + code(it.getValue()) + " | " + it.getKey() + " |\n")
                .collect(Collectors.joining());
    }

    private static String meaning(Variable variable) {
        return (variable.settings().isEmpty() ? "—" : code(variable.settings())) + " | "
                + SettingsTable.cell(variable.meaning());
    }

    private static String code(List<String> names) {
        return names.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    }
}
