package dev.convene.server.variables;

import dev.convene.server.variables.Reading.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** The database of the meetings, and its connection pool. */
final class DatabaseVariables {

    private static final String URL = "spring.datasource.url";
    private static final String POOL = "spring.datasource.hikari.";
    private static final String POOLING = "ENABLE_DB_CONNECTION_POOLING";

    private static final Map<String, Entry<String, String>> DEFAULTS = Map.of(
            "DB_MAX_CONNECTIONS", Map.entry("maximum-pool-size", "25"),
            "DB_IDLE_TIMEOUT_MILLIS", Map.entry("idle-timeout", "60000"),
            "DB_CONNECTION_TIMEOUT_MILLIS", Map.entry("connection-timeout", "2000"));

    static final VariableGroup GROUP = VariableGroup.of(
            "The database",
            new Variable(
                    "DB_HOST",
                    List.of(URL),
                    "PostgreSQL, MariaDB or MySQL in place of the file database",
                    (text, environment) -> Map.of(URL, DatabaseAddress.of("DB_", environment))),
            Variable.partOf(
                    URL, DatabaseAddress.MYSQL, "`true`: `DB_HOST` is MariaDB or MySQL, else PostgreSQL", Values::bool),
            Variable.partOf(
                    URL, "DB_PORT", "`5432` without it; `3306` means MariaDB or MySQL by itself", Values.port(1)),
            Variable.partOf(
                    URL, "DB_DATABASE", "`postgres` without it; on MariaDB and MySQL it must be set", Values::text),
            Variable.partOf(
                    URL,
                    "DB_SCHEMA",
                    "of PostgreSQL: where Convene's tables are, and the predecessor's are looked for; made if it is not there. "
                            + "The user's own, or `public`, without it",
                    Values::text),
            Variable.of("DB_USER", "spring.datasource.username", "who connects", Values::text),
            Variable.of("DB_PASSWORD", "spring.datasource.password", "their password", Values::text),
            new Variable(
                    POOLING,
                    List.of(),
                    "there is always a pool; if this is not `0`, it is the predecessor's (25 connections, 60000, 2000) unless "
                            + "the next three say otherwise; if it is `0`, they have no effect",
                    (text, environment) -> pool(Values.number(text, 0), environment)),
            pool("DB_MAX_CONNECTIONS", "maximum-pool-size", "the most connections", 1),
            pool("DB_IDLE_TIMEOUT_MILLIS", "idle-timeout", "how long an idle connection is kept", 0),
            // the pool takes no less
            pool(
                    "DB_CONNECTION_TIMEOUT_MILLIS",
                    "connection-timeout",
                    "how long to wait for a connection, 250 or more",
                    250));

    private DatabaseVariables() {}

    private static Variable pool(String name, String setting, String meaning, int least) {
        return new Variable(name, List.of(POOL + setting), meaning, (text, environment) -> {
            String number = Values.number(text, least);
            return environment.value(POOLING).filter("0"::equals).isPresent()
                    ? Map.of()
                    : Map.of(POOL + setting, number);
        });
    }

    /** The predecessor's defaults; what a variable of its own says goes before them. */
    private static Map<String, String> pool(String pooling, Variables environment) {
        var pool = new HashMap<String, String>();
        if (!pooling.equals("0")) {
            DEFAULTS.forEach((variable, setting) -> {
                if (environment.value(variable).isEmpty()) {
                    pool.put(POOL + setting.getKey(), setting.getValue());
                }
            });
        }
        return pool;
    }
}
