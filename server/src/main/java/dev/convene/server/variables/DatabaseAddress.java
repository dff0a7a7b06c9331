package dev.convene.server.variables;

import dev.convene.server.variables.Reading.Variables;

/** The JDBC address of a database that is named by the predecessor's five variables. */
final class DatabaseAddress {

    private DatabaseAddress() {}

    /** @param prefix of the variables, such as {@code DB_} */
    static String of(String prefix, Variables environment) {
        String host = environment.value(prefix + "HOST").orElse("localhost");
        String url = "jdbc:postgresql://%s:%s/%s"
                .formatted(
                        host.contains(":") ? "[" + host + "]" : host,
                        environment.value(prefix + "PORT").orElse("5432"),
                        environment.value(prefix + "DATABASE").orElse("postgres"));
        return environment
                .value(prefix + "SCHEMA")
                .map(it -> url + "?currentSchema=" + it)
                .orElse(url);
    }
}
