package dev.convene.provider.embedded;

import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.Rooms;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The embedded provider, unless {@code convene.embedded.enabled=false}. */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "convene.embedded.enabled", matchIfMissing = true)
@EnableConfigurationProperties(EmbeddedProperties.class)
@Import(SignalSocketConfiguration.class)
class EmbeddedAutoConfiguration {

    private static final Logger LOG = System.getLogger(EmbeddedAutoConfiguration.class.getName());

    private final EmbeddedProperties properties;
    private final Clock clock;
    private final SharedSecret tokenSecret;

    EmbeddedAutoConfiguration(EmbeddedProperties properties, ObjectProvider<Clock> clock) {
        this.properties = properties;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.tokenSecret = properties.tokenKey().orElseGet(EmbeddedAutoConfiguration::secretOfThisStart);
    }

    @Bean
    EmbeddedProvider embeddedProvider(JoinTokens tokens, LiveRooms rooms) {
        return new EmbeddedProvider(tokens, rooms);
    }

    @Bean
    EmbeddedWebhooks embeddedWebhooks() {
        SharedSecret secret =
                properties.webhookKey().orElseGet(() -> tokenSecret.derive("convene-embedded webhooks v1"));
        return new EmbeddedWebhooks(new WebhookSignature(secret, clock));
    }

    @Bean
    JoinTokens embeddedJoinTokens() {
        return new JoinTokens(tokenSecret, clock);
    }

    @Bean
    LiveRooms embeddedLiveRooms() {
        return new LiveRooms(properties.maxParticipants());
    }

    @Bean
    Signalling embeddedSignalling(JoinTokens tokens, LiveRooms live, Rooms rooms, ProviderEvents events) {
        var iceServers =
                new IceServers(properties.fixedIceServers(), properties.turn().credentials(), clock);
        var attendance = new AttendanceReporter(events, clock);
        var entrance = new Entrance(new Entrance.Keys(tokens, iceServers), live, rooms, attendance);
        var desk = new SignalDesk(entrance, live, attendance, Moments.of(clock));
        return new Signalling(desk, properties.maxConnections());
    }

    private static SharedSecret secretOfThisStart() {
        LOG.log(
                Level.WARNING,
                "convene.embedded.token-secret is not set: join tokens are good until this process ends, and only here");
        return SharedSecret.random();
    }
}
