package dev.convene.starter.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.meeting.JoinPolicy;
import dev.convene.core.provider.ProviderName;
import dev.convene.starter.settings.ConveneProperties.Migration.Mode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ConvenePropertiesTest {

    @Test
    void defaultsAreThoseOfTheCore() {
        ConveneProperties properties = bound(Map.of());

        assertThat(properties.join().policy()).isEqualTo(JoinPolicy.DEFAULT);
        assertThat(properties)
                .isEqualTo(new ConveneProperties(
                        null,
                        null,
                        new ConveneProperties.Join(
                                JoinPolicy.DEFAULT.opensBefore(),
                                JoinPolicy.DEFAULT.tokenLife(),
                                JoinPolicy.DEFAULT.maxTokenLife()),
                        new ConveneProperties.Webhooks(DataSize.ofKilobytes(256)),
                        new ConveneProperties.Migration(
                                Mode.AT_START, null, new ConveneProperties.Adoption(true, null, Map.of()))));
    }

    @Test
    void everySettingIsReadFromItsKey() {
        ConveneProperties properties = bound(Map.of(
                "convene.default-provider", "livekit",
                "convene.public-url", "https://meet.example.org",
                "convene.join.opens-before", "5m",
                "convene.join.token-life", "2m",
                "convene.join.max-token-life", "3h",
                "convene.webhooks.max-bytes", "1MB",
                "convene.migration.mode", "off",
                "convene.migration.copy-to", "sql",
                "convene.migration.adoption.provider", "vonage",
                "convene.migration.adoption.prefixes.RM", "twilio"));

        assertThat(properties)
                .isEqualTo(new ConveneProperties(
                        new ProviderName("livekit"),
                        URI.create("https://meet.example.org"),
                        new ConveneProperties.Join(Duration.ofMinutes(5), Duration.ofMinutes(2), Duration.ofHours(3)),
                        new ConveneProperties.Webhooks(DataSize.ofMegabytes(1)),
                        new ConveneProperties.Migration(
                                Mode.OFF,
                                Path.of("sql"),
                                new ConveneProperties.Adoption(
                                        true, new ProviderName("vonage"), Map.of("RM", new ProviderName("twilio"))))));
    }

    private static ConveneProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("convene", ConveneProperties.class);
    }
}
