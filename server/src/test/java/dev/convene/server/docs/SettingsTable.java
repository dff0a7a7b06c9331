package dev.convene.server.docs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All settings as the tables of docs/configuration.md. */
final class SettingsTable {

    private static final String HEAD = """

            | setting | kind | default | what it does |
            | --- | --- | --- | --- |
            """;

    private SettingsTable() {}

    static String of(List<Setting> settings) {
        Map<String, List<Setting>> groups =
                settings.stream().collect(Collectors.groupingBy(Setting::group, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(it -> heading(it.getKey(), it.getValue())
                        + HEAD
                        + it.getValue().stream().map(SettingsTable::row).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String heading(String group, List<Setting> settings) {
        List<String> scopes = settings.stream().map(Setting::scope).distinct().toList();
        return "### `" + group + "`"
                + (scopes.size() == 1 && !scopes.getFirst().isEmpty() ? " (" + scopes.getFirst() + ")" : "") + "\n";
    }

    private static String row(Setting setting) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(setting.name(), setting.kind().words(), fallback(setting), cell(setting.meaning()));
    }

    private static String fallback(Setting setting) {
        String value = setting.fallback() == null ? "—" : "`" + cell(setting.fallback()) + "`";
        return setting.inServer() == null || setting.inServer().equals(setting.fallback())
                ? value
                : value + "; in the server `" + cell(setting.inServer()) + "`";
    }

    static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
