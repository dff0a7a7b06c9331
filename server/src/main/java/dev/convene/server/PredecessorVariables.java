package dev.convene.server;

import dev.convene.starter.settings.SettingsCheck;
import dev.convene.starter.settings.WrongSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/** The variables of the predecessor's {@code .env}, and a few of the same kind, as the settings they are here. */
final class PredecessorVariables implements SettingsCheck {

    static final String SOURCE = "predecessor's variables";

    private static final List<Variable> ALL = List.of(
            Variable.of("PORT", "server.port", VariableKind.port(0)),
            Variable.of("HOST", "server.address", VariableKind::address),
            Variable.of("BASE_PATH", "server.servlet.context-path", VariableKind::path),
            Variable.of("CONVENE_HOME", "convene.home", it -> it),
            Variable.of("JWT_SECRET", "convene.jwt.secret", it -> it),
            Variable.of("JWT_ISSUER", "convene.jwt.issuer", it -> it),
            Variable.of("TIME_TO_START", "convene.join.opens-before", it -> VariableKind.number(it, 0) + "m"),
            new Variable("LOG_LEVEL", VariableKind::logLevels),
            new Variable("LOG_FORMAT", VariableKind::logFormat),
            // part of the database's address, read below
            new Variable("DB_PORT", VariableKind.checked(VariableKind.port(1))),
            Variable.of("DB_USER", "spring.datasource.username", it -> it),
            Variable.of("DB_PASSWORD", "spring.datasource.password", it -> it),
            Variable.of("DB_MAX_CONNECTIONS", "spring.datasource.hikari.maximum-pool-size", VariableKind.number(1)),
            Variable.of("DB_IDLE_TIMEOUT_MILLIS", "spring.datasource.hikari.idle-timeout", VariableKind.number(0)),
            // the pool takes no less
            Variable.of(
                    "DB_CONNECTION_TIMEOUT_MILLIS",
                    "spring.datasource.hikari.connection-timeout",
                    VariableKind.number(250)));

    /** What a variable means here. */
    private record Variable(String name, VariableKind kind) {

        static Variable of(String name, String setting, VariableKind.Value value) {
            return new Variable(name, it -> Map.of(setting, value.read(it)));
        }
    }

    /** The variables that have a meaning here; a wrong one is left out, {@link #check} names it. */
    static PropertySource<?> in(Environment environment) {
        var settings = new LinkedHashMap<String, Object>();
        for (Variable variable : ALL) {
            value(environment, variable.name()).ifPresent(it -> {
                try {
                    variable.kind().read(it).forEach((key, value) -> put(settings, key, value, variable.name()));
                } catch (IllegalArgumentException e) {
                    // named by the check, with all others
                }
            });
        }
        databaseUrl(environment).ifPresent(it -> put(settings, "spring.datasource.url", it, "DB_HOST"));
        return new OriginTrackedMapPropertySource(SOURCE, settings);
    }

    @Override
    public List<WrongSetting> check(ConfigurableEnvironment environment) {
        var wrong = new ArrayList<WrongSetting>();
        for (Variable variable : ALL) {
            value(environment, variable.name()).ifPresent(it -> {
                try {
                    variable.kind().read(it);
                } catch (IllegalArgumentException e) {
                    wrong.add(new WrongSetting(variable.name(), it, null, String.valueOf(e.getMessage())));
                }
            });
        }
        return wrong;
    }

    /** A database host means PostgreSQL; without one it is the file in the data folder. */
    private static Optional<String> databaseUrl(Environment environment) {
        return value(environment, "DB_HOST").map(host -> {
            String url = "jdbc:postgresql://%s:%s/%s"
                    .formatted(
                            host.contains(":") ? "[" + host + "]" : host,
                            value(environment, "DB_PORT").orElse("5432"),
                            value(environment, "DB_DATABASE").orElse("postgres"));
            return value(environment, "DB_SCHEMA")
                    .map(it -> url + "?currentSchema=" + it)
                    .orElse(url);
        });
    }

    private static Optional<String> value(Environment environment, String variable) {
        return Optional.ofNullable(environment.getProperty(variable))
                .map(String::strip)
                .filter(it -> !it.isEmpty());
    }

    private static void put(Map<String, Object> settings, String key, String value, String variable) {
        settings.put(key, OriginTrackedValue.of(value, new InVariable(variable)));
    }

    private record InVariable(String name) implements Origin {

        @Override
        public String toString() {
            return "variable " + name;
        }
    }
}
