package dev.convene.starter.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings Convene's tables up to date, in a history of their own beside the host application's, and copies into them what is
 * in the predecessor's tables.
 */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    /** Makes the table that says what is adopted. */
    private static final String ADOPTION = "V3__predecessor.sql";

    private final DataSource dataSource;
    private final TableSet tables;
    private final Dialect dialect;
    private final @Nullable AdoptedRooms adoptedRooms;
    private final Flyway flyway;

    /** Adopts nothing. */
    public Migrations(DataSource dataSource) {
        this(dataSource, null);
    }

    /** @param adoptedRooms null if nothing is to be adopted */
    public Migrations(DataSource dataSource, @Nullable AdoptedRooms adoptedRooms) {
        this(dataSource, TableSet.SERVICE, adoptedRooms);
    }

    private Migrations(DataSource dataSource, TableSet tables, @Nullable AdoptedRooms adoptedRooms) {
        this.dataSource = dataSource;
        this.tables = tables;
        this.dialect = Dialect.of(dataSource);
        this.adoptedRooms = adoptedRooms;
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(dataSource)
                .locations(dialect.migrations(tables))
                .placeholders(dialect.placeholders())
                .table(tables.history())
                // The host application has tables here already; ours begin at version 1 all the same.
                .baselineOnMigrate(true)
                .baselineVersion("0");
        schemaToMake().ifPresent(configuration::schemas);
        this.flyway = configuration.load();
    }

    /** Of the audit log, which may be in a database of its own. */
    public static Migrations ofAuditLog(DataSource dataSource) {
        return new Migrations(dataSource, TableSet.AUDIT_LOG, null);
    }

    /** May be repeated, and by several nodes at once. */
    public MigrationReport migrate() {
        List<String> run = isMadeByHand()
                ? List.of()
                : flyway.migrate().migrations.stream()
                        .map(it -> it.version + " " + it.description)
                        .toList();
        return new MigrationReport(
                run, adoption(false).map(PredecessorAdoption::run).orElse(null));
    }

    /** What {@link #migrate} would do now. Changes nothing. */
    public MigrationReport plan() {
        boolean fresh = Stream.of(flyway.info().applied())
                .noneMatch(it -> it.getScript().equals(ADOPTION));
        return new MigrationReport(
                pending(), adoption(fresh).map(PredecessorAdoption::plan).orElse(null));
    }

    /** @throws SchemaNotCurrentException if there is a migration to run */
    public void requireCurrent() {
        if (!pending().isEmpty()) {
            throw new SchemaNotCurrentException(pending());
        }
    }

    private List<String> pending() {
        if (isMadeByHand()) {
            return List.of();
        }
        return Stream.of(flyway.info().pending()).map(Migrations::name).toList();
    }

    private static String name(MigrationInfo migration) {
        return migration.getVersion() + " " + migration.getDescription();
    }

    /** Whether all tables are there and none was made here: by whom they were, by the files of {@link MigrationFiles}. */
    private boolean isMadeByHand() {
        if (flyway.info().applied().length > 0) {
            return false;
        }
        var jdbc = JdbcClient.create(dataSource);
        return new MigrationFiles(dialect, tables).tables().stream().allMatch(table -> {
            try {
                jdbc.sql("select 1 from " + table + " where 1 = 0")
                        .query(Integer.class)
                        .list();
                return true;
            } catch (BadSqlGrammarException e) {
                return false;
            }
        });
    }

    private Optional<PredecessorAdoption> adoption(boolean fresh) {
        if (tables != TableSet.SERVICE) {
            return Optional.empty();
        }
        var jdbc = dialect.client(dataSource);
        Optional<PredecessorTables> found = PredecessorTables.find(jdbc, dialect, fresh);
        if (found.isPresent() && adoptedRooms == null) {
            LOG.warn(
                    "The tables of the predecessor in {} are left alone: convene.migration.adoption is off, or names no provider",
                    found.get().where());
        }
        return adoptedRooms == null
                ? Optional.empty()
                : found.map(it -> new PredecessorAdoption(it, adoptedRooms, JdbcTransaction.on(dataSource)));
    }

    private Optional<String> schemaToMake() {
        return dialect.schemaToMake()
                .flatMap(it -> JdbcClient.create(dataSource)
                        .sql(it)
                        .query(String.class)
                        .optional());
    }
}
