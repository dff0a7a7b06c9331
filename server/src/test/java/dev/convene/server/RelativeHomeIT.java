package dev.convene.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.server.e2e.RunningServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelativeHomeIT {

    @Test
    void theDataFolderMayBeGivenFromWhereTheServerIsStarted(@TempDir Path home) {
        Path relative = Path.of("").toAbsolutePath().relativize(home);

        try (var server = RunningServer.start(relative)) {
            assertThat(relative.toString()).startsWith("..");
            assertThat(server.bean(ServerProperties.class).home()).isEqualTo(relative);
            assertThat(home).isNotEmptyDirectory();
        }
    }
}
