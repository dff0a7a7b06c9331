package dev.convene.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.server.Installation.UnusableDataFolder;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class StartFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "90020, 90020, another Convene, CONVENE_HOME",
        "0, 08001, said the driver, DB_HOST",
        "0, 28P01, said the driver, DB_PASSWORD",
        "0, 3D000, said the driver, DB_DATABASE",
        "1049, 42000, said the driver, DB_DATABASE"
    })
    void aDatabaseThatCannotBeUsedSaysWhatToMend(int code, String state, String description, String action) {
        var analysis = new StartFailures.OfDatabase()
                .analyze(new IllegalStateException(new SQLException("said the driver", state, code)));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains(description);
        assertThat(analysis.getAction()).contains(action);
    }

    @Test
    void anyOtherFailureOfADatabaseIsNoMatterOfSettings() {
        assertThat(new StartFailures.OfDatabase()
                        .analyze(new IllegalStateException(new SQLException("syntax", "42000"))))
                .isNull();
        assertThat(new StartFailures.OfDatabase().analyze(new IllegalStateException(new SQLException("no state"))))
                .isNull();
    }

    @Test
    void anAddressThatCannotBeListenedOnLeadsToHostAndPort() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("server.address", "10.0.0.1", "server.port", "3000")));
        var analysis = new StartFailures.OfAddress(environment)
                .analyze(new IllegalStateException(new BindException("Cannot assign requested address")));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("10.0.0.1", "3000", "Cannot assign requested address");
        assertThat(analysis.getAction()).contains("HOST", "PORT");
    }

    @Test
    void aDataFolderThatCannotBeUsedIsNamed() {
        var analysis = new StartFailures.OfDataFolder()
                .analyze(new UnusableDataFolder(Path.of("/data"), new IOException("read only")));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("/data", "read only");
        assertThat(analysis.getAction()).contains("CONVENE_HOME");
    }
}
