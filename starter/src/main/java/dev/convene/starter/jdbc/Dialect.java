package dev.convene.starter.jdbc;

import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** What differs between the databases, and nothing else. */
enum Dialect {
    H2("h2"),
    POSTGRESQL("postgresql") {
        @Override
        String insertIfNew(String insert) {
            return insert + " on conflict do nothing";
        }
    };

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    /** Where its migrations lie on the class path. */
    String migrations() {
        return "classpath:dev/convene/migrations/" + folder;
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
            default -> throw new IllegalStateException("Convene runs on H2 and PostgreSQL, not on " + product);
        };
    }
}
