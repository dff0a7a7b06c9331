package dev.convene.server.variables;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is logged, and how. */
final class LogVariables {

    static final VariableGroup GROUP = VariableGroup.of(
            "The log",
            new Variable(
                    "LOG_LEVEL",
                    List.of("logging.level.root"),
                    "`error`, `warn` or `info`; `verbose` and `debug` say more of Convene itself (`logging.level.dev.convene`)",
                    (text, environment) -> levels(text)),
            new Variable(
                    "LOG_FORMAT",
                    List.of("logging.structured.format.console"),
                    "`text`, or for machines `json` (`ecs`), `gelf`, `logstash`",
                    (text, environment) -> format(text)));

    /** The predecessor's levels, as Spring Boot has them: it knows no verbose. */
    private static final Map<String, String> LEVELS =
            Map.of("error", "error", "warn", "warn", "info", "info", "verbose", "debug", "debug", "trace");

    /** Of libraries, whose information is of no use to an operator; application.yml keeps them to warnings. */
    private static final List<String> LIBRARIES = List.of("com.zaxxer.hikari", "org.apache", "org.springframework");

    private LogVariables() {}

    /** {@code verbose} and {@code debug} are about Convene, not about what it is made of. */
    private static Map<String, String> levels(String text) {
        String level = LEVELS.get(text.toLowerCase(Locale.ROOT));
        if (level == null) {
            throw new IllegalArgumentException("is not one of error, warn, info, verbose, debug");
        }
        var levels = new HashMap<String, String>();
        boolean aboutConvene = level.equals("debug") || level.equals("trace");
        levels.put(aboutConvene ? "logging.level.dev.convene" : "logging.level.root", level);
        if (level.equals("error")) {
            LIBRARIES.forEach(it -> levels.put("logging.level." + it, level));
        }
        return levels;
    }

    /** Plain text is what there is without the setting. */
    private static Map<String, String> format(String text) {
        String format = text.toLowerCase(Locale.ROOT);
        return switch (format) {
            case "text" -> Map.of();
            case "json" -> Map.of("logging.structured.format.console", "ecs");
            case "ecs", "gelf", "logstash" -> Map.of("logging.structured.format.console", format);
            default -> throw new IllegalArgumentException("is not one of text, json, ecs, gelf, logstash");
        };
    }
}
