package dev.convene.starter.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migrations as SQL files, for those who run them by other means. */
public final class MigrationFiles {

    private static final Pattern CREATE_TABLE = Pattern.compile("^create table (\\w+)", Pattern.MULTILINE);

    private final Dialect dialect;
    private final TableSet tables;

    MigrationFiles(Dialect dialect, TableSet tables) {
        this.dialect = dialect;
        this.tables = tables;
    }

    /** For the database that is used. */
    public static MigrationFiles of(DataSource dataSource) {
        return new MigrationFiles(Dialect.of(dataSource), TableSet.SERVICE);
    }

    /** @throws IllegalArgumentException if the database is none of {@link #databases()} */
    public static MigrationFiles of(String database) {
        return Arrays.stream(Dialect.values())
                .filter(it -> name(it).equals(database))
                .findFirst()
                .map(it -> new MigrationFiles(it, TableSet.SERVICE))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no database " + database + " but " + String.join(", ", databases())));
    }

    public static List<String> databases() {
        return Arrays.stream(Dialect.values()).map(MigrationFiles::name).toList();
    }

    /**
     * Makes the folder if need be, and leaves files alone that are there: they may have been edited.
     *
     * @return the files that were written
     */
    public List<Path> copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        var written = new ArrayList<Path>();
        for (Resource resource : resources()) {
            Path file = folder.resolve(String.valueOf(resource.getFilename()));
            if (!Files.exists(file)) {
                Files.writeString(file, filled(resource.getContentAsString(StandardCharsets.UTF_8)));
                written.add(file);
            }
        }
        return written;
    }

    /** The audit log's, which are run where the log is. */
    public MigrationFiles ofAuditLog() {
        return new MigrationFiles(dialect, TableSet.AUDIT_LOG);
    }

    /** The tables that they make. */
    List<String> tables() {
        try {
            var tables = new ArrayList<String>();
            for (Resource resource : resources()) {
                CREATE_TABLE
                        .matcher(resource.getContentAsString(StandardCharsets.UTF_8))
                        .results()
                        .forEach(it -> tables.add(it.group(1)));
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Resource> resources() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver()
                        .getResources(dialect.migrations(tables).replace("classpath:", "classpath*:") + "/*.sql"))
                .sorted(Comparator.comparingInt(MigrationFiles::version))
                .toList();
    }

    private static int version(Resource file) {
        return Integer.parseInt(String.valueOf(file.getFilename()).replaceFirst("^V(\\d+)__.*", "$1"));
    }

    private String filled(String sql) {
        for (Map.Entry<String, String> placeholder : dialect.placeholders().entrySet()) {
            sql = sql.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return sql;
    }

    private static String name(Dialect dialect) {
        return dialect.name().toLowerCase(Locale.ROOT);
    }
}
