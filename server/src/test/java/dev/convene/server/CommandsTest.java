package dev.convene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--tsl",
                "start --tsl",
                "start now",
                "migrate --dryrun",
                "check twilio --verbose",
                "audit verify --since",
                "no-such-command"
            })
    void aSlipIsTurnedDownBeforeAnythingRuns(String line) {
        var err = new ByteArrayOutputStream();
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

        int code =
                new Commands(nowhere, new PrintStream(err, true, StandardCharsets.UTF_8)).run(List.of(line.split(" ")));

        String wrong = line.substring(line.lastIndexOf(' ') + 1);
        assertThat(code).isEqualTo(Commands.MISUNDERSTOOD);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(wrong, "Usage:");
    }
}
