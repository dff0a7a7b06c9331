package dev.convene.server.dotenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.convene.server.ConveneServer;
import dev.convene.starter.settings.WrongSetting;
import dev.convene.starter.settings.WrongSettingsException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The server with a {@code .env} in its data folder. */
class DotEnvStartIT {

    @TempDir
    private Path home;

    @Test
    void whatAnOperatorBringsAlongWorksAsItStands() throws Exception {
        write("""
                # as the predecessor's README has it
                NODE_ENV=dev
                LOG_LEVEL=ERROR
                HOST=127.0.0.1
                PORT=0
                BASE_PATH=/video
                export JWT_SECRET='super # secret string'
                JWT_ISSUER=https://authentication.service
                ENABLE_DB_CONNECTION_POOLING=1
                DB_MAX_CONNECTIONS=3
                CONVENE_JOIN_TOKENLIFE=5m
                """);
        try (ConfigurableApplicationContext server = start();
                var http = HttpClient.newHttpClient()) {
            var environment = server.getEnvironment();
            assertThat(environment.getProperty("convene.jwt.secret")).isEqualTo("super # secret string");
            assertThat(environment.getProperty("convene.jwt.issuer")).isEqualTo("https://authentication.service");
            assertThat(environment.getProperty("convene.join.token-life")).isEqualTo("5m");
            assertThat(environment.getProperty("spring.datasource.hikari.maximum-pool-size"))
                    .isEqualTo("3");
            var health = URI.create("http://127.0.0.1:%s/video/actuator/health"
                    .formatted(environment.getProperty("local.server.port")));
            assertThat(http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void everythingWrongInItIsNamedAtOnceWithItsLine() throws IOException {
        write("""
                PORT=http
                CONVENE_JOIN_TOKENLIVE=5m
                no line at all
                """);
        Path file = home.resolve(".env");

        assertThatExceptionOfType(WrongSettingsException.class)
                .isThrownBy(this::start)
                .satisfies(it -> assertThat(it.settings())
                        .extracting(WrongSetting::key, WrongSetting::origin)
                        .containsExactlyInAnyOrder(
                                tuple("PORT", file + ", line 1"),
                                tuple("CONVENE_JOIN_TOKENLIVE", file + ", line 2"),
                                tuple("line 3 of " + file, null)));
        assertThat(home.resolve("install.secret")).doesNotExist();
    }

    private void write(String text) throws IOException {
        Files.writeString(home.resolve(".env"), text);
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(ConveneServer.class, "--CONVENE_HOME=" + home);
    }
}
