package dev.convene.provider.livekit;

import dev.convene.core.provider.BrowserClient;
import dev.convene.core.provider.BrowserClient.Directive;
import dev.convene.core.provider.Rooms;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/** The LiveKit provider, if there is a server for it. */
@AutoConfiguration
@Conditional(LiveKitCondition.class)
@EnableConfigurationProperties(LiveKitProperties.class)
@Import(ModerationConfiguration.class)
class LiveKitAutoConfiguration {

    /** LiveKit's cloud sends browsers on to the region that is nearest. */
    private static final String CLOUD = ".livekit.cloud";

    private final LiveKitProperties properties;
    private final Clock clock;

    LiveKitAutoConfiguration(LiveKitProperties properties, ObjectProvider<Clock> clock) {
        this.properties = properties;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @Bean
    BoundedHttp livekitBoundedHttp() {
        return new BoundedHttp(properties.patience(), clock);
    }

    @Bean
    LiveKitHttp livekitHttp(BoundedHttp http) {
        return new LiveKitHttp(properties.key(), properties.api(), http, clock);
    }

    @Bean
    LiveKitRooms livekitRooms(LiveKitHttp http) {
        return new LiveKitRooms(http, properties.rooms());
    }

    @Bean
    JoinTokens livekitJoinTokens() {
        return new JoinTokens(properties.key(), clock);
    }

    @Bean
    LiveKitProvider livekitProvider(LiveKitRooms rooms, JoinTokens tokens, LiveKitHttp http, BoundedHttp plain) {
        Optional<LiveKitArchiver> archiver =
                properties.archives().storage().map(it -> new LiveKitArchiver(http, new Recordings(it, plain, clock)));
        return new LiveKitProvider(rooms, tokens, client(), archiver);
    }

    @Bean
    LiveKitWebhooks livekitWebhooks(LiveKitRooms rooms, ObjectProvider<Rooms> core) {
        var doorkeeper = new Doorkeeper(rooms, () -> Optional.ofNullable(core.getIfAvailable()));
        return new LiveKitWebhooks(new WebhookProof(properties.key(), clock), doorkeeper);
    }

    private BrowserClient client() {
        URI socket = properties.socket();
        Map<String, String> settings =
                Map.of("url", socket.toString(), "maxParticipants", Integer.toString(properties.maxParticipants()));
        String place = socket.getHost().endsWith(CLOUD) ? "*" + CLOUD : socket.getRawAuthority();
        String scheme = socket.getScheme();
        // who cannot be let in is told why over HTTP
        Set<String> called = Set.of(scheme + "://" + place, scheme.replace("ws", "http") + "://" + place);
        return new BrowserClient(settings, Map.of(Directive.CONNECT, called));
    }
}
