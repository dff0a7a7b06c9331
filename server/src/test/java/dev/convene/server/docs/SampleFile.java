package dev.convene.server.docs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All settings with their defaults as docs/application-sample.yml. */
final class SampleFile {

    private static final String HEAD = """
            # Every setting of Convene with its default; those without one, and those that the server sets, are commented out.
            # What they mean: configuration.md
            """;
    private static final String INDENT = "  ";

    private final StringBuilder yaml = new StringBuilder(HEAD);

    private SampleFile() {}

    static String of(List<Setting> settings) {
        var root = new TreeMap<String, Object>();
        settings.forEach(it -> put(root, List.of(it.name().split("\\.")), it));
        var file = new SampleFile();
        file.write(root, "");
        return file.yaml.toString();
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> map, List<String> path, Setting setting) {
        if (path.size() == 1) {
            map.put(path.getFirst(), setting);
        } else {
            var inner = (Map<String, Object>) map.computeIfAbsent(path.getFirst(), it -> new TreeMap<>());
            put(inner, path.subList(1, path.size()), setting);
        }
    }

    @SuppressWarnings("unchecked")
    private void write(Map<String, Object> map, String indent) {
        map.forEach((name, value) -> {
            if (value instanceof Setting setting) {
                yaml.append(indent)
                        .append(isSet(setting) ? "" : "# ")
                        .append(line(name, setting))
                        .append('\n');
            } else {
                var inner = (Map<String, Object>) value;
                yaml.append(indent)
                        .append(hasValue(inner) ? "" : "# ")
                        .append(name)
                        .append(":\n");
                write(inner, indent + INDENT);
            }
        });
    }

    private static boolean isSet(Setting setting) {
        return setting.fallback() != null && setting.inServer() == null;
    }

    /** Else the group would be there and empty. */
    @SuppressWarnings("unchecked")
    private static boolean hasValue(Map<String, Object> map) {
        return map.values().stream()
                .anyMatch(it -> it instanceof Setting setting ? isSet(setting) : hasValue((Map<String, Object>) it));
    }

    private static String line(String name, Setting setting) {
        String value =
                setting.fallback() == null ? setting.kind().many() ? " []" : "" : " " + scalar(setting.fallback());
        return name + ":" + value + (setting.inServer() == null ? "" : " # the server: " + setting.inServer());
    }

    private static String scalar(String value) {
        return value.matches("[A-Za-z0-9][A-Za-z0-9./+-]*") ? value : "\"" + value + "\"";
    }
}
