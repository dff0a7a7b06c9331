package dev.convene.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.VideoProvider;
import dev.convene.core.provider.WebhookReceiver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.servlet.function.RouterFunction;

class TwilioAutoConfigurationTest {

    private static final String[] CREDENTIALS = {
        "convene.twilio.account-sid=AC00000000000000000000000000000001",
        "convene.twilio.auth-token=a token of the tests",
        "convene.twilio.api-key-sid=SK00000000000000000000000000000001",
        "convene.twilio.api-key-secret=a secret of the tests"
    };

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(TwilioAutoConfiguration.class))
            .withBean(Core.class);

    /** Nobody tells it anything here. */
    static final class Core implements ProviderEvents {

        @Override
        public void report(ProviderName provider, List<ProviderEvent> events) {
            throw new AssertionError();
        }

        @Override
        public void stillConnected(ProviderName provider, Set<ConnectionId> connections, Instant at) {
            throw new AssertionError();
        }
    }

    @Test
    void withoutCredentialsThereIsNoProvider() {
        context.run(it -> assertThat(it).hasNotFailed().doesNotHaveBean(VideoProvider.class));
        context.withPropertyValues("convene.twilio.account-sid=", "convene.twilio.room-type=go")
                .run(it -> assertThat(it).hasNotFailed().doesNotHaveBean(VideoProvider.class));
    }

    @Test
    void withCredentialsThereIsOne() {
        context.withPropertyValues(CREDENTIALS).run(it -> {
            assertThat(it).hasSingleBean(VideoProvider.class).hasSingleBean(WebhookReceiver.class);
            assertThat(it.getBean(VideoProvider.class).name().value()).isEqualTo("twilio");
            RoomRules rules = it.getBean(TwilioRooms.class).rules();
            assertThat(rules.kind()).isEqualTo(RoomKind.GROUP);
            assertThat(rules.maxParticipants()).isEqualTo(50);
            assertThat(rules.emptyFor()).isEqualTo(Duration.ofMinutes(5));
            assertThat(rules.callback()).isNull();
        });
    }

    @Test
    void theRoutesOfModeratorsAreThereInAWebApplicationOnly() {
        context.withPropertyValues(CREDENTIALS).run(it -> assertThat(it).doesNotHaveBean(RouterFunction.class));
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TwilioAutoConfiguration.class))
                .withBean(Core.class)
                .withPropertyValues(CREDENTIALS)
                .run(it -> assertThat(it).hasSingleBean(RouterFunction.class));
    }

    /** {@code convene check twilio} has nothing but the settings. */
    @Test
    void theProviderNeedsNothingOfCore() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TwilioAutoConfiguration.class))
                .withPropertyValues(CREDENTIALS)
                .run(it -> assertThat(it).hasNotFailed().hasSingleBean(VideoProvider.class));
    }

    @ParameterizedTest
    @CsvSource({
        "convene.public-url=https://meet.example.org,https://meet.example.org/webhooks/twilio",
        "convene.public-url=https://example.org/meetings/,https://example.org/meetings/webhooks/twilio",
        "convene.twilio.status-callback=https://hooks.example.org/x,https://hooks.example.org/x"
    })
    void twilioIsToldWhereToReport(String setting, String callback) {
        context.withPropertyValues(CREDENTIALS)
                .withPropertyValues(setting)
                .run(it -> assertThat(it.getBean(TwilioRooms.class).rules().callback())
                        .hasToString(callback));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aCredentialThatIsAloneMissesTheOthers(int there) {
        context.withPropertyValues(CREDENTIALS[there]).run(it -> {
            assertThat(it).hasFailed();
            for (int i = 0; i < CREDENTIALS.length; i++) {
                String name = CREDENTIALS[i].substring(0, CREDENTIALS[i].indexOf('='));
                if (i != there) {
                    assertThat(it.getStartupFailure()).hasStackTraceContaining(name + " is needed");
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "account-sid=SK1,account-sid",
        "api-key-sid=AC1,api-key-sid",
        "max-participants=51,maxParticipants",
        "room-type=mesh,room-type",
        "unused-room-timeout=90s,unused-room-timeout",
        "empty-room-timeout=61m,empty-room-timeout",
        "max-participant-duration=25h,max-participant-duration",
        "read-timeout=0s,read-timeout",
        "url=video.twilio.com,convene.twilio.url",
        "retries=9,retries"
    })
    void aWrongSettingIsNamed(String setting, String named) {
        context.withPropertyValues(CREDENTIALS)
                .withPropertyValues("convene.twilio." + setting)
                .run(it -> assertThat(it.getStartupFailure()).hasStackTraceContaining(named));
    }

    @Test
    void aSmallRoomTakesNoMoreThanItCan() {
        context.withPropertyValues(CREDENTIALS)
                .withPropertyValues("convene.twilio.room-type=go", "convene.twilio.max-participants=3")
                .run(it -> assertThat(it.getStartupFailure()).hasStackTraceContaining("more than this kind of room"));
    }

    @Test
    void secretsAreNotPrinted() {
        context.withPropertyValues(CREDENTIALS).run(it -> {
            TwilioProperties properties = it.getBean(TwilioProperties.class);
            assertThat(properties + " " + properties.key()).doesNotContain("of the tests");
        });
        context.withPropertyValues(CREDENTIALS)
                .withPropertyValues("convene.twilio.account-sid=wrong")
                .run(it -> assertThat(it.getStartupFailure().toString()).doesNotContain("of the tests"));
    }
}
