package dev.convene.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfSystemProperty(named = "test.server.jar", matches = ".+", disabledReason = "the jar is not built yet")
class JarAloneIT {

    @TempDir
    private Path elsewhere;

    @Test
    void saysThatItsLibrariesWereLeftBehind() throws Exception {
        Path jar = Files.copy(Path.of(System.getProperty("test.server.jar")), elsewhere.resolve("convene-server.jar"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        Process process = new ProcessBuilder(java, "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(elsewhere.resolve("log").toFile())
                .start();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(elsewhere.resolve("log"), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        "The folder lib is missing, which the build put beside convene-server.jar: copy them together.");
    }
}
