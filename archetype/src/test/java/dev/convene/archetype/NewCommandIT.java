package dev.convene.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewCommandIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            new                            | Name the project
            new My_Visits                  | Name the project
            new visits --database=oracle   | --database=oracle: it is one of h2 postgresql mysql
            new visits --provider=zoom     | --provider=zoom: it is one of embedded livekit vonage twilio
            new visits --package=com..acme | --package=com..acme: a package is like com.example.visits
            new visits --tls               | --tls is no option of new
            """)
    void whatCannotBeIsRefusedBeforeAnythingIsMade(String arguments, String reason) throws Exception {
        var command = new ArrayList<>(
                List.of("bash", Path.of("..", "convene").toRealPath().toString()));
        command.addAll(List.of(arguments.split(" ")));
        Process convene = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(convene.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(convene.waitFor()).isEqualTo(1);
        assertThat(printed).startsWith(reason).hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }
}
