package dev.convene.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an installation keeps what it must not lose: the file database and its secret. */
record DataFolder(Path path) {

    static DataFolder at(Path path) {
        return new DataFolder(path.toAbsolutePath().normalize());
    }

    /** With WRITE_DELAY=0 a commit is in the file before it is acknowledged; H2 would wait half a second. */
    String databaseUrl() {
        return "jdbc:h2:file:" + path.resolve("convene") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    InstallSecret secret() throws IOException {
        return InstallSecret.in(created().resolve("install.secret"));
    }

    Path created() throws IOException {
        return Files.createDirectories(path);
    }
}
