package dev.convene.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.server.ServerProperties.Tls;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ServerPropertiesTest {

    @Test
    void defaultsNeedNothingConfigured() {
        assertThat(bound(Map.of())).isEqualTo(new ServerProperties(Path.of("data"), new Tls(false, null, null)));
    }

    @Test
    void everySettingIsReadFromItsKey() {
        assertThat(bound(Map.of(
                        "convene.home", "/srv/convene",
                        "convene.tls.enabled", "true",
                        "convene.tls.certificate", "/etc/cert.pem",
                        "convene.tls.private-key", "/etc/key.pem")))
                .isEqualTo(new ServerProperties(
                        Path.of("/srv/convene"), new Tls(true, Path.of("/etc/cert.pem"), Path.of("/etc/key.pem"))));
    }

    private static ServerProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("convene", ServerProperties.class);
    }
}
