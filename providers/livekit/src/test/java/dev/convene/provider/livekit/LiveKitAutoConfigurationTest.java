package dev.convene.provider.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.BrowserClient;
import dev.convene.core.provider.BrowserClient.Directive;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.VideoProvider;
import dev.convene.core.provider.WebhookReceiver;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.servlet.function.RouterFunction;

class LiveKitAutoConfigurationTest {

    private static final String[] NEEDED = {
        "convene.livekit.url=http://localhost:7880",
        "convene.livekit.api-key=APIkey",
        "convene.livekit.api-secret=a secret of the tests, 32 bytes long"
    };

    /** {@code convene check livekit} has nothing but the settings. */
    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(LiveKitAutoConfiguration.class));

    @Test
    void withoutCredentialsThereIsNoProvider() {
        context.run(it -> assertThat(it).hasNotFailed().doesNotHaveBean(VideoProvider.class));
        context.withPropertyValues("convene.livekit.url=", "convene.livekit.max-participants=7")
                .run(it -> assertThat(it).hasNotFailed().doesNotHaveBean(WebhookReceiver.class));
    }

    @Test
    void withCredentialsThereIsOne() {
        context.withPropertyValues(NEEDED).run(it -> {
            assertThat(it).hasSingleBean(VideoProvider.class).hasSingleBean(WebhookReceiver.class);
            assertThat(it.getBean(VideoProvider.class).name().value()).isEqualTo("livekit");
            assertThat(it.getBean(LiveKitRooms.class).rules())
                    .isEqualTo(new RoomRules(100, Duration.ofMinutes(5), Duration.ofMinutes(5)));
        });
    }

    @Test
    void theRoutesOfModeratorsAreThereInAWebApplicationOnly() {
        context.withPropertyValues(NEEDED).run(it -> assertThat(it).doesNotHaveBean(RouterFunction.class));
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(LiveKitAutoConfiguration.class))
                .withBean(Stage.Core.class)
                .withPropertyValues(NEEDED)
                .run(it -> assertThat(it).hasSingleBean(RouterFunction.class));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:7880,,ws://localhost:7880,http://localhost:7880",
        "wss://sfu.example.org,,wss://sfu.example.org,https://sfu.example.org",
        "http://livekit:7880,https://sfu.example.org,wss://sfu.example.org,https://sfu.example.org",
        "https://meet.livekit.cloud,,wss://*.livekit.cloud,https://*.livekit.cloud"
    })
    void theJoinPageMayCallTheServerAndNoOther(String url, String publicUrl, String socket, String http) {
        context.withPropertyValues(NEEDED)
                .withPropertyValues("convene.livekit.url=" + url)
                .withPropertyValues(
                        publicUrl == null ? "convene.livekit.retries=2" : "convene.livekit.public-url=" + publicUrl)
                .run(it -> {
                    BrowserClient client = it.getBean(VideoProvider.class).browserClient();
                    assertThat(client.sources().keySet()).containsExactly(Directive.CONNECT);
                    assertThat(client.sources().get(Directive.CONNECT)).containsExactlyInAnyOrder(socket, http);
                    assertThat(client.settings().get("url")).startsWith("ws").doesNotContain("*");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatIsMissingIsNamed(int there) {
        context.withPropertyValues(NEEDED[there]).run(it -> {
            assertThat(it).hasFailed();
            for (int i = 0; i < NEEDED.length; i++) {
                String name = NEEDED[i].substring(0, NEEDED[i].indexOf('='));
                if (i != there) {
                    assertThat(it.getStartupFailure()).hasStackTraceContaining(name + " is needed");
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "url=livekit:7880,convene.livekit.url",
        "url=https://sfu.example.org/,convene.livekit.url",
        "public-url=sfu.example.org,convene.livekit.public-url",
        "api-secret=short-and-secret,32 bytes or more",
        "max-participants=1,maxParticipants",
        "empty-timeout=0s,empty-timeout",
        "departure-timeout=1500ms,departure-timeout",
        "read-timeout=0s,read-timeout",
        "retries=9,retries",
        "archives.bucket=recordings,archives.bucket",
        "archives.endpoint=s3:9000,archives.endpoint"
    })
    void aWrongSettingIsNamed(String setting, String named) {
        context.withPropertyValues(NEEDED)
                .withPropertyValues("convene.livekit." + setting)
                .run(it -> assertThat(it.getStartupFailure())
                        .hasStackTraceContaining(named)
                        .hasStackTraceContaining("convene.livekit"));
    }

    @Test
    void aBucketMakesArchivesOffered() {
        context.withPropertyValues(NEEDED)
                .run(it ->
                        assertThat(it.getBean(VideoProvider.class).archiver()).isEmpty());
        context.withPropertyValues(NEEDED)
                .withPropertyValues(
                        "convene.livekit.archives.bucket=recordings",
                        "convene.livekit.archives.access-key=key",
                        "convene.livekit.archives.secret-key=secret")
                .run(it -> {
                    VideoProvider provider = it.getBean(VideoProvider.class);
                    assertThat(provider.archiver()).isPresent();
                    assertThat(provider.capabilities().has(Capability.ARCHIVING))
                            .isTrue();
                });
    }

    @Test
    void secretsAreNotPrinted() {
        context.withPropertyValues(NEEDED).run(it -> {
            LiveKitProperties properties = it.getBean(LiveKitProperties.class);
            assertThat(properties + " " + properties.key()).doesNotContain("secret");
        });
        context.withPropertyValues(NEEDED)
                .withPropertyValues("convene.livekit.api-secret=short-and-secret", "convene.livekit.url=wrong")
                .run(it -> assertThat(it.getStartupFailure().toString()).doesNotContain("short-and-secret"));
    }
}
