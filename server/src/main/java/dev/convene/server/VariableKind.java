package dev.convene.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the text of a variable becomes settings. */
@FunctionalInterface
interface VariableKind {

    /** The predecessor's levels, as Spring Boot has them: it knows no verbose. */
    Map<String, String> LOG_LEVELS =
            Map.of("error", "error", "warn", "warn", "info", "info", "verbose", "debug", "debug", "trace");

    /** Of libraries, whose information is of no use to an operator; application.yml keeps them to warnings. */
    List<String> LIBRARIES = List.of("com.zaxxer.hikari", "org.apache", "org.springframework");

    /** @throws IllegalArgumentException with the reason, if the text makes no sense */
    Map<String, String> read(String text);

    /** As {@link #read}, for the one setting that most variables are. */
    @FunctionalInterface
    interface Value {
        String read(String text);
    }

    /** No setting of its own. */
    static VariableKind checked(Value value) {
        return text -> {
            value.read(text);
            return Map.of();
        };
    }

    static Value number(int least) {
        return text -> number(text, least);
    }

    static String number(String text, int least) {
        return numberBetween(text, least, Integer.MAX_VALUE);
    }

    static Value port(int least) {
        return text -> numberBetween(text, least, 65_535);
    }

    static String address(String text) {
        try {
            InetAddress.getByName(text);
            return text;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("is not an address of this machine, such as 127.0.0.1 or 0.0.0.0", e);
        }
    }

    /** With a slash before it and none after; none at all for the root. */
    static String path(String text) {
        String bare = text.replaceAll("^/+|/+$", "");
        return bare.isEmpty() ? "" : "/" + bare;
    }

    /** {@code verbose} and {@code debug} are about Convene, not about what it is made of. */
    static Map<String, String> logLevels(String text) {
        String level = LOG_LEVELS.get(text.toLowerCase(Locale.ROOT));
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
    static Map<String, String> logFormat(String text) {
        String format = text.toLowerCase(Locale.ROOT);
        return switch (format) {
            case "text" -> Map.of();
            case "json" -> Map.of("logging.structured.format.console", "ecs");
            case "ecs", "gelf", "logstash" -> Map.of("logging.structured.format.console", format);
            default -> throw new IllegalArgumentException("is not one of text, json, ecs, gelf, logstash");
        };
    }

    private static String numberBetween(String text, int least, int most) {
        String range = "is not a whole number, %d or more".formatted(least)
                + (most == Integer.MAX_VALUE ? "" : ", %d at most".formatted(most));
        try {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(range);
            }
            return String.valueOf(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(range, e);
        }
    }
}
