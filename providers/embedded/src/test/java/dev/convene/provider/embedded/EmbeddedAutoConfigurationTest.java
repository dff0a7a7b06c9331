package dev.convene.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.Capability;
import dev.convene.core.provider.VideoProvider;
import dev.convene.core.provider.WebhookReceiver;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.servlet.HandlerMapping;

class EmbeddedAutoConfigurationTest {

    private static final String SECRET = "convene.embedded.token-secret=a secret of the tests, 32 bytes and more";

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(EmbeddedAutoConfiguration.class))
            .withBean(RecordedCore.class);

    @Test
    void withoutSettingsThereAreTheDefaults() {
        context.run(it -> {
            assertThat(it).hasSingleBean(VideoProvider.class).hasSingleBean(WebhookReceiver.class);
            VideoProvider provider = it.getBean(VideoProvider.class);
            assertThat(provider.name().value()).isEqualTo("embedded");
            assertThat(provider.capabilities().maxParticipants()).isEqualTo(6);
            assertThat(provider.capabilities().supported())
                    .containsExactlyInAnyOrder(Capability.END_TO_END_ENCRYPTION, Capability.ROLES);
            EmbeddedProperties properties = it.getBean(EmbeddedProperties.class);
            assertThat(properties.fixedIceServers()).isEmpty();
            assertThat(properties.turn().credentials()).isEmpty();
            assertThat(properties.allowedOrigins()).isEmpty();
            assertThat(properties.maxConnections()).isEqualTo(5_000);
        });
    }

    @Test
    void itCanBeSwitchedOff() {
        context.withPropertyValues("convene.embedded.enabled=false")
                .run(it -> assertThat(it).doesNotHaveBean(VideoProvider.class));
    }

    @Test
    void theSocketIsThereInAWebApplicationOnly() {
        context.run(it -> assertThat(it).doesNotHaveBean(HandlerMapping.class));
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(EmbeddedAutoConfiguration.class))
                .withBean(RecordedCore.class)
                .run(it -> assertThat(it).hasBean("embeddedSignalMapping"));
    }

    @Test
    void everySettingArrives() {
        context.withPropertyValues(
                        SECRET,
                        "convene.embedded.webhook-secret=a webhook secret of 32 bytes or more",
                        "convene.embedded.max-participants=4",
                        "convene.embedded.max-connections=10",
                        "convene.embedded.allowed-origins=https://a.example,http://localhost:3000",
                        "convene.embedded.ice-servers[0].urls=stun:s.example,stuns:s.example",
                        "convene.embedded.ice-servers[1].urls=turn:t.example",
                        "convene.embedded.ice-servers[1].username=user",
                        "convene.embedded.ice-servers[1].credential=word",
                        "convene.embedded.turn.urls=turns:t.example:5349?transport=tcp",
                        "convene.embedded.turn.secret=north",
                        "convene.embedded.turn.ttl=2h")
                .run(it -> {
                    EmbeddedProperties properties = it.getBean(EmbeddedProperties.class);
                    assertThat(it.getBean(VideoProvider.class).capabilities().maxParticipants())
                            .isEqualTo(4);
                    assertThat(properties.webhookKey()).isPresent();
                    assertThat(properties.maxConnections()).isEqualTo(10);
                    assertThat(properties.allowedOrigins())
                            .containsExactly("https://a.example", "http://localhost:3000");
                    assertThat(properties.fixedIceServers())
                            .containsExactly(
                                    new IceServer(List.of("stun:s.example", "stuns:s.example"), null, null),
                                    new IceServer(List.of("turn:t.example"), "user", "word"));
                    assertThat(properties.turn().credentials())
                            .contains(new TurnCredentials(
                                    List.of("turns:t.example:5349?transport=tcp"), "north", Duration.ofHours(2)));
                    assertThat(properties.toString() + properties.turn() + properties.iceServers())
                            .doesNotContain("north", "word", "a secret", "a webhook secret");
                });
    }

    @Test
    void wrongSettingsAreNamedAllAtOnceAndNoSecretIsPrinted() {
        context.withPropertyValues(
                        "convene.embedded.token-secret=too-short",
                        "convene.embedded.webhook-secret=also-short",
                        "convene.embedded.max-participants=1",
                        "convene.embedded.allowed-origins=*",
                        "convene.embedded.ice-servers[0].urls=http://example.org",
                        "convene.embedded.turn.urls=turn:t.example")
                .run(it -> {
                    assertThat(it).hasFailed();
                    String failure = allMessages(it.getStartupFailure());
                    assertThat(failure)
                            .contains("convene.embedded.token-secret has at least 32 bytes")
                            .contains("convene.embedded.webhook-secret has at least 32 bytes")
                            .contains("maxParticipants")
                            .contains("convene.embedded.allowed-origins are like")
                            .contains("convene.embedded.ice-servers.urls begin with")
                            .contains("convene.embedded.turn.urls and convene.embedded.turn.secret come together")
                            .doesNotContain("too-short")
                            .doesNotContain("also-short");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "convene.embedded.token-secret=",
                "convene.embedded.max-participants=13",
                "convene.embedded.max-connections=0",
                "convene.embedded.allowed-origins=https://a.example/path",
                "convene.embedded.ice-servers[0].username=nobody",
                "convene.embedded.ice-servers[0].urls=turn:t.example",
                "convene.embedded.turn.secret=north",
                "convene.embedded.turn.ttl=59s"
            })
    void aWrongSettingStopsTheStart(String setting) {
        context.withPropertyValues(setting).run(it -> assertThat(it).hasFailed());
    }

    private static String allMessages(Throwable failure) {
        var messages = new StringBuilder();
        for (Throwable it = failure; it != null; it = it.getCause()) {
            messages.append(it.getMessage()).append('\n');
        }
        return messages.toString();
    }
}
