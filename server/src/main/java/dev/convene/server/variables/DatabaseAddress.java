package dev.convene.server.variables;

import dev.convene.server.variables.Reading.Variables;

/** The JDBC address of a database that is named by the predecessor's five variables. */
final class DatabaseAddress {

    /** The predecessor's switch between its two sorts of migrations. */
    static final String MYSQL = "MYSQL_MIGRATION";

    private static final String MYSQL_PORT = "3306";

    private DatabaseAddress() {}

    /**
     * @param prefix of the variables, such as {@code DB_}
     * @throws IllegalArgumentException if one is missing
     */
    static String of(String prefix, Variables environment) {
        String host = environment.value(prefix + "HOST").orElse("localhost");
        String address = host.contains(":") ? "[" + host + "]" : host;
        return isMysql(prefix, environment)
                ? mysql(prefix, address, environment)
                : postgresql(prefix, address, environment);
    }

    /** Nothing in the predecessor's environment says it for certain; nobody runs PostgreSQL on MySQL's port. */
    private static boolean isMysql(String prefix, Variables environment) {
        return environment.value(MYSQL).filter("true"::equals).isPresent()
                || environment.value(prefix + "PORT").filter(MYSQL_PORT::equals).isPresent();
    }

    private static String mysql(String prefix, String address, Variables environment) {
        String database = environment
                .value(prefix + "DATABASE")
                .orElseThrow(() -> new IllegalArgumentException("needs " + prefix + "DATABASE beside it on MySQL"));
        String port = environment.value(prefix + "PORT").orElse(MYSQL_PORT);
        return "jdbc:mariadb://%s:%s/%s".formatted(address, port, database);
    }

    private static String postgresql(String prefix, String address, Variables environment) {
        String url = "jdbc:postgresql://%s:%s/%s"
                .formatted(
                        address,
                        environment.value(prefix + "PORT").orElse("5432"),
                        environment.value(prefix + "DATABASE").orElse("postgres"));
        return environment
                .value(prefix + "SCHEMA")
                .map(it -> url + "?currentSchema=" + it)
                .orElse(url);
    }
}
