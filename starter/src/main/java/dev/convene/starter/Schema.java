package dev.convene.starter;

import dev.convene.starter.jdbc.AdoptedRooms;
import dev.convene.starter.jdbc.MigrationFiles;
import dev.convene.starter.jdbc.MigrationReport;
import dev.convene.starter.jdbc.Migrations;
import dev.convene.starter.settings.ConveneProperties.Adoption;
import dev.convene.starter.settings.ConveneProperties.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Convene's tables, as {@code convene.migration} wants them. For every kind of store on a relational database. */
public final class Schema {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private Schema() {}

    /** What could be done; nothing is done yet. */
    public static Migrations migrations(DataSource dataSource, Migration settings) {
        return new Migrations(dataSource, adoptedRooms(settings.adoption()));
    }

    /** Does what the start has to do. The tables are up to date after that. */
    public static void upToDate(DataSource dataSource, Migration settings) {
        Migrations migrations = migrations(dataSource, settings);
        copyFiles(dataSource, settings);
        switch (settings.mode()) {
            case OFF -> migrations.requireCurrent();
            case AT_START -> {
                MigrationReport report = migrations.migrate();
                if (report.isChange()) {
                    report.lines().forEach(LOG::info);
                }
            }
        }
    }

    private static @Nullable AdoptedRooms adoptedRooms(Adoption adoption) {
        return adoption.enabled() && adoption.provider() != null
                ? new AdoptedRooms(adoption.provider(), adoption.prefixes())
                : null;
    }

    private static void copyFiles(DataSource dataSource, Migration settings) {
        if (settings.copyTo() != null) {
            try {
                MigrationFiles files = MigrationFiles.of(dataSource);
                files.copyTo(settings.copyTo()).forEach(it -> LOG.info("Copied {}", it));
                files.ofAuditLog()
                        .copyTo(settings.copyTo().resolve("audit-log"))
                        .forEach(it -> LOG.info("Copied {}", it));
            } catch (IOException e) {
                throw new UncheckedIOException("The migrations cannot be copied to " + settings.copyTo(), e);
            }
        }
    }
}
