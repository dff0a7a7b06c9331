package dev.convene.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyCommandTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"mariadb, utf8mb4_nopad_bin", "mysql, utf8mb4_0900_bin", "h2, with time zone", "postgresql, text"})
    void theFilesAreThoseOfTheDatabaseAndCanBeRunAsTheyAre(String database, String word) throws IOException {
        run(folder + "/sql", "--database=" + database);

        assertThat(Files.readString(folder.resolve("sql/V1__meetings.sql")))
                .contains("create table convene_meeting", word)
                .doesNotContain("${");
        assertThat(folder.resolve("sql/V3__predecessor.sql")).exists();
        assertThat(folder.resolve("sql/audit-log/V1__audit_log.sql")).exists();
    }

    @Test
    void withoutANameItIsPostgresql() throws IOException {
        run(folder.toString());

        assertThat(Files.readString(folder.resolve("V1__meetings.sql")))
                .contains("timestamp(6) with time zone", " text ");
    }

    @Test
    void filesThatAreThereAreLeftAlone() throws IOException {
        Path edited = Files.writeString(folder.resolve("V1__meetings.sql"), "-- edited");

        assertThat(run(folder.toString())).contains("V3__predecessor.sql").doesNotContain("V1__meetings");
        assertThat(edited).hasContent("-- edited");
        assertThat(run(folder.toString())).isEqualToIgnoringNewLines("All are there already, and were left alone.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "folder more", "folder --overwrite", "folder --database=db2"})
    void anythingElseIsRefused(String words) {
        String[] all = words.isEmpty() ? new String[0] : words.split(" ");
        assertThatThrownBy(() -> run(all)).isInstanceOf(Command.Misunderstood.class);
    }

    private static String run(String... words) {
        var said = new ByteArrayOutputStream();
        new CopyCommand(new PrintStream(said, true, StandardCharsets.UTF_8)).run(List.of(words));
        return said.toString(StandardCharsets.UTF_8);
    }
}
