package dev.convene.server;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.env.Environment;

/** The variables of the predecessor's {@code .env}, as the settings they are here. */
final class PredecessorVariables {

    /** Its levels; Spring has no verbose. */
    private static final Map<String, String> LEVELS = Map.of("verbose", "debug");

    private final Environment environment;
    private final Map<String, Object> properties = new LinkedHashMap<>();

    private PredecessorVariables(Environment environment) {
        this.environment = environment;
    }

    static PredecessorVariables in(Environment environment) {
        var variables = new PredecessorVariables(environment);
        variables.map("PORT", "server.port");
        variables.map("HOST", "server.address");
        variables.map("BASE_PATH", "server.servlet.context-path");
        variables.map("CONVENE_HOME", "convene.home");
        variables.map("JWT_SECRET", "convene.jwt.secret");
        variables.map("JWT_ISSUER", "convene.jwt.issuer");
        variables.mapLevel();
        variables.mapDatabase();
        return variables;
    }

    Map<String, Object> asProperties() {
        return properties;
    }

    private void map(String variable, String property) {
        String value = value(variable, "");
        if (!value.isEmpty()) {
            properties.put(property, value);
        }
    }

    private void mapLevel() {
        String level = value("LOG_LEVEL", "").toLowerCase(Locale.ROOT);
        if (!level.isEmpty()) {
            properties.put("logging.level.root", LEVELS.getOrDefault(level, level));
        }
    }

    /** A database host means PostgreSQL; without one it is the file in the data folder. */
    private void mapDatabase() {
        String host = value("DB_HOST", "");
        if (host.isEmpty()) {
            return;
        }
        String url = "jdbc:postgresql://%s:%s/%s"
                .formatted(host, value("DB_PORT", "5432"), value("DB_DATABASE", "postgres"));
        String schema = value("DB_SCHEMA", "");
        properties.put("spring.datasource.url", schema.isEmpty() ? url : url + "?currentSchema=" + schema);
        map("DB_USER", "spring.datasource.username");
        map("DB_PASSWORD", "spring.datasource.password");
    }

    private String value(String variable, String otherwise) {
        return environment.getProperty(variable, otherwise).strip();
    }
}
