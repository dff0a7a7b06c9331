package dev.convene.server;

import dev.convene.starter.jdbc.MigrationFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The migrations as SQL files; those of the audit log, which may be elsewhere, in a folder of their own. */
final class CopyCommand implements Command {

    private static final String DATABASE = "--database=";

    private final PrintStream out;

    CopyCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "migrations copy";
    }

    @Override
    public String operand() {
        return "FOLDER";
    }

    @Override
    public String summary() {
        return "copy the migrations to a folder, as SQL files";
    }

    @Override
    public String options() {
        return "--database=NAME   postgresql (without it), mariadb, mysql or h2";
    }

    @Override
    public int run(List<String> words) {
        List<String> options = words.stream().filter(it -> it.startsWith("-")).toList();
        List<String> folders = words.stream().filter(it -> !it.startsWith("-")).toList();
        if (folders.size() != 1) {
            throw new Misunderstood("It is `migrations copy FOLDER`.");
        }
        String database = "postgresql";
        for (String option : options) {
            if (!option.startsWith(DATABASE)) {
                throw new Misunderstood("There is no option " + option + ".");
            }
            database = option.substring(DATABASE.length());
        }
        out.println(copy(files(database), Path.of(folders.getFirst())));
        return 0;
    }

    private static MigrationFiles files(String database) {
        try {
            return MigrationFiles.of(database);
        } catch (IllegalArgumentException e) {
            throw new Misunderstood(String.valueOf(e.getMessage()));
        }
    }

    private static String copy(MigrationFiles files, Path folder) {
        try {
            var written = new ArrayList<>(files.copyTo(folder));
            written.addAll(files.ofAuditLog().copyTo(folder.resolve("audit-log")));
            return written.isEmpty()
                    ? "All are there already, and were left alone."
                    : "Copied:\n"
                            + String.join(
                                    "\n", written.stream().map(Path::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The migrations cannot be copied to " + folder, e);
        }
    }
}
