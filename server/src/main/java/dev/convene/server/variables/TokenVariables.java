package dev.convene.server.variables;

import dev.convene.server.variables.Reading.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How callers' access tokens are verified: by a secret, or by the keys of the predecessor's authentication service. */
final class TokenVariables {

    private static final String KEYS = "convene.jwt.key-database.";

    static final VariableGroup GROUP = VariableGroup.of(
            "Access tokens",
            new Variable(
                    "JWT_SECRET",
                    List.of("convene.jwt.secret"),
                    "the key of HS256 tokens; one of fewer than 32 bytes works as with the predecessor, with a warning. "
                            + "Without effect if there is a key database",
                    (text, environment) -> hasKeyDatabase(environment) ? Map.of() : Map.of("convene.jwt.secret", text)),
            Variable.of("JWT_ISSUER", "convene.jwt.issuer", "the `iss` that tokens must have", Values::text),
            keyDatabase(
                    "AUTH_DB",
                    "the database with `jwt_keys`: tokens are RS256 then. On the server of `DB_HOST`, "
                            + "unless `AUTH_DB_HOST` says otherwise"),
            keyDatabase("AUTH_DB_DATABASE", "as `AUTH_DB`, which goes before it"),
            keyDatabase("AUTH_DB_HOST", "where the key database is, if not at `DB_HOST`"),
            Variable.partOf(KEYS + "url", "AUTH_DB_PORT", "`DB_PORT` without it", Values.port(1)),
            Variable.partOf(KEYS + "url", "AUTH_DB_SCHEMA", "`DB_SCHEMA` without it", Values::text),
            Variable.partOf(KEYS + "username", "AUTH_DB_USER", "`DB_USER` without it", Values::text),
            Variable.partOf(KEYS + "password", "AUTH_DB_PASSWORD", "`DB_PASSWORD` without it", Values::text));

    private TokenVariables() {}

    private static Variable keyDatabase(String name, String meaning) {
        return new Variable(name, List.of(KEYS + "url"), meaning, (text, environment) -> keyDatabase(environment));
    }

    private static boolean hasKeyDatabase(Variables environment) {
        return Stream.of("AUTH_DB", "AUTH_DB_DATABASE", "AUTH_DB_HOST")
                .anyMatch(it -> environment.value(it).isPresent());
    }

    /** What is not said of the key database is as the meetings' database has it, on the predecessor's example. */
    private static Map<String, String> keyDatabase(Variables environment) {
        Variables keys =
                name -> environment.value(name.replaceFirst("^DB_", "AUTH_DB_")).or(() -> environment.value(name));
        Variables withName = name ->
                name.equals("DB_DATABASE") ? environment.value("AUTH_DB").or(() -> keys.value(name)) : keys.value(name);
        if (keys.value("DB_HOST").isEmpty()) {
            throw new IllegalArgumentException("needs AUTH_DB_HOST, or DB_HOST, for where the database is");
        }
        var settings = new HashMap<String, String>();
        settings.put(KEYS + "url", DatabaseAddress.of("DB_", withName));
        keys.value("DB_USER").ifPresent(it -> settings.put(KEYS + "username", it));
        keys.value("DB_PASSWORD").ifPresent(it -> settings.put(KEYS + "password", it));
        return settings;
    }
}
