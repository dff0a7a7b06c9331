package dev.convene.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
        CopyCommand.run(List.of("copy", folder + "/sql", "--database=" + database));

        assertThat(Files.readString(folder.resolve("sql/V1__meetings.sql")))
                .contains("create table convene_meeting", word)
                .doesNotContain("${");
        assertThat(folder.resolve("sql/V3__predecessor.sql")).exists();
    }

    @Test
    void withoutANameItIsPostgresql() throws IOException {
        CopyCommand.run(List.of("copy", folder.toString()));

        assertThat(Files.readString(folder.resolve("V1__meetings.sql")))
                .contains("timestamp(6) with time zone", " text ");
    }

    @Test
    void filesThatAreThereAreLeftAlone() throws IOException {
        Path edited = Files.writeString(folder.resolve("V1__meetings.sql"), "-- edited");

        assertThat(CopyCommand.run(List.of("copy", folder.toString())))
                .contains("V3__predecessor.sql")
                .doesNotContain("V1__");
        assertThat(edited).hasContent("-- edited");
        assertThat(CopyCommand.run(List.of("copy", folder.toString())))
                .isEqualTo("All are there already, and were left alone.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "copy",
                "move folder",
                "copy folder more",
                "copy folder --overwrite",
                "copy folder --database=db2"
            })
    void anythingElseIsRefused(String words) {
        assertThatThrownBy(() -> CopyCommand.run(List.of(words.split(" "))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
