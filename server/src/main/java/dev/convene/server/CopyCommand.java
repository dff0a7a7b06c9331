package dev.convene.server;

import dev.convene.starter.jdbc.MigrationFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** {@code migrations copy FOLDER}: the migrations as SQL files. */
final class CopyCommand {

    private static final String DATABASE = "--database=";

    private CopyCommand() {}

    /**
     * @param words what follows {@code migrations}
     * @return what was done, for people
     * @throws IllegalArgumentException if the words make no sense
     */
    static String run(List<String> words) {
        List<String> options = words.stream().filter(it -> it.startsWith("-")).toList();
        List<String> others = words.stream().filter(it -> !it.startsWith("-")).toList();
        if (others.size() != 2 || !others.getFirst().equals("copy")) {
            throw new IllegalArgumentException("It is `migrations copy FOLDER`.");
        }
        String database = "postgresql";
        for (String option : options) {
            if (!option.startsWith(DATABASE)) {
                throw new IllegalArgumentException("There is no option " + option + ".");
            }
            database = option.substring(DATABASE.length());
        }
        return copy(MigrationFiles.of(database), Path.of(others.getLast()));
    }

    private static String copy(MigrationFiles files, Path folder) {
        try {
            List<Path> written = files.copyTo(folder);
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
