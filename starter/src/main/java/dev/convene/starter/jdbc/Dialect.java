package dev.convene.starter.jdbc;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.TransactionDefinition;

/** What differs between the databases, and nothing else. */
enum Dialect {
    H2("h2"),
    POSTGRESQL("postgresql") {
        @Override
        String insertIfNew(String insert) {
            return insert + " on conflict do nothing";
        }

        @Override
        Optional<String> nextIdAfterLast(String table) {
            return Optional.of(
                    "select setval(pg_get_serial_sequence('%1$s', 'id'), (select coalesce(max(id), 1) from %1$s))"
                            .formatted(table));
        }

        @Override
        Optional<String> schemaToMake() {
            return Optional.of("""
                    select trim('"' from split_part(current_setting('search_path'), ',', 1))
                    where current_schema() is null""");
        }
    },
    MARIADB("mysql", "utf8mb4_nopad_bin"),
    MYSQL("mysql", "utf8mb4_0900_bin");

    private final String folder;

    /** Of MariaDB and MySQL, which have none in common that tells trailing blanks apart; empty for the others. */
    private final String collation;

    Dialect(String folder) {
        this(folder, "");
    }

    Dialect(String folder, String collation) {
        this.folder = folder;
        this.collation = collation;
    }

    /** Where its migrations lie on the class path, in one folder for each set of tables. */
    String migrations(TableSet tables) {
        return "classpath:dev/convene/" + tables.folder() + "/" + folder;
    }

    /** What stands in its migrations as {@code ${name}}. */
    Map<String, String> placeholders() {
        return collation.isEmpty() ? Map.of() : Map.of("collation", collation);
    }

    /** Takes times as {@link Times#column} gives them, whatever the columns are. */
    JdbcClient client(DataSource dataSource) {
        return isMysql() ? JdbcClient.create(new UtcParameters(dataSource)) : JdbcClient.create(dataSource);
    }

    /**
     * MySQL's own default locks the gaps between rows, and newer MariaDBs refuse at it what another has changed meanwhile.
     * The other databases are at "read committed" by themselves.
     */
    int isolation() {
        return isMysql() ? TransactionDefinition.ISOLATION_READ_COMMITTED : TransactionDefinition.ISOLATION_DEFAULT;
    }

    /** A query that makes ids go on after the last, if those that were given by hand do not do so by themselves. */
    Optional<String> nextIdAfterLast(String table) {
        return Optional.empty();
    }

    /** A query for the schema that the connection is meant to use, if it is not there. */
    Optional<String> schemaToMake() {
        return Optional.empty();
    }

    /** The insert, in a form that a row of the same key does not abort the transaction with. */
    String insertIfNew(String insert) {
        return insert;
    }

    /** Runs what {@link #insertIfNew} gave; whether a row was inserted. */
    static boolean inserted(IntSupplier insert) {
        try {
            return insert.getAsInt() > 0;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** @throws IllegalStateException if the database is none of these */
    static Dialect of(DataSource dataSource) {
        try {
            return JdbcUtils.extractDatabaseMetaData(dataSource, it -> named(it.getDatabaseProductName()));
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database does not say what it is", e);
        }
    }

    private static Dialect named(String product) {
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            case "MariaDB" -> MARIADB;
            case "MySQL" -> MYSQL;
            default ->
                throw new IllegalStateException("Convene runs on H2, PostgreSQL, MariaDB and MySQL, not on " + product);
        };
    }

    boolean isMysql() {
        return !collation.isEmpty();
    }
}
