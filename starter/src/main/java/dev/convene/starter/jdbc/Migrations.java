package dev.convene.starter.jdbc;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings Convene's tables up to date, in a history of their own beside the host application's. */
public final class Migrations {

    private final Flyway flyway;

    public Migrations(DataSource dataSource) {
        var dialect = Dialect.of(dataSource);
        this.flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations(dialect.migrations())
                .placeholders(dialect.placeholders())
                .table("convene_schema_history")
                // The host application has tables here already; ours begin at version 1 all the same.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    public void migrate() {
        flyway.migrate();
    }
}
