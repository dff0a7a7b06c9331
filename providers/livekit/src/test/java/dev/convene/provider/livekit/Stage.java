package dev.convene.provider.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.core.provider.BrowserClient;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.Rooms;
import dev.convene.core.provider.WebhookRequest;
import dev.convene.testkit.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The provider, LiveKit on loopback behind it, and a core that notes what it is told. */
final class Stage implements AfterEachCallback {

    final SettableClock clock = new SettableClock();
    final LiveKitStub livekit = new LiveKitStub(clock);
    final ApiKey key = new ApiKey(LiveKitStub.KEY, LiveKitStub.SECRET);
    final JoinTokens tokens = new JoinTokens(key, clock);
    final BoundedHttp plain;
    final LiveKitHttp http;
    final LiveKitRooms rooms;
    final LiveKitProvider provider;
    final Core core = new Core();
    final LiveKitWebhooks webhooks;

    Stage() {
        this(Duration.ofSeconds(30));
    }

    /** @param patience for an answer */
    Stage(Duration patience) {
        plain = new BoundedHttp(new BoundedHttp.Patience(patience, patience, 2), clock);
        http = new LiveKitHttp(key, livekit.url(), plain, clock);
        rooms = new LiveKitRooms(http, new RoomRules(100, Duration.ofMinutes(5), Duration.ofSeconds(90)));
        provider = new LiveKitProvider(rooms, tokens, BrowserClient.OWN, Optional.empty());
        webhooks = new LiveKitWebhooks(new WebhookProof(key, clock), new Doorkeeper(rooms, () -> Optional.of(core)));
    }

    /** What core knows and was told. */
    static final class Core implements Rooms, ProviderEvents {

        final List<ProviderEvent> reported = new ArrayList<>();
        private final Set<String> removed = new HashSet<>();

        @Override
        public boolean isOpen(ProviderName provider, RoomId room) {
            return true;
        }

        @Override
        public void remove(ProviderName provider, RoomId room, String identity) {
            removed.add(room + " " + identity);
        }

        @Override
        public boolean isRemoved(ProviderName provider, RoomId room, String identity) {
            return removed.contains(room + " " + identity);
        }

        @Override
        public void report(ProviderName provider, List<ProviderEvent> events) {
            reported.addAll(events);
        }

        @Override
        public void stillConnected(ProviderName provider, Set<ConnectionId> connections, Instant at) {
            throw new AssertionError("not told here");
        }
    }

    /** The same provider, with a bucket at the stub's. */
    LiveKitProvider recording() {
        var bucket = new Bucket("recordings", "eu-central-1", livekit.url(), "access-key", "secret-key-of-the-bucket");
        var archiver = new LiveKitArchiver(http, new Recordings(bucket, plain, clock));
        return new LiveKitProvider(rooms, tokens, BrowserClient.OWN, Optional.of(archiver));
    }

    RoomId open() {
        return provider.openRoom(RoomSpec.plain());
    }

    ConnectionId join(RoomId room, String identity) {
        return new ConnectionId(livekit.join(room.value(), identity));
    }

    String token(RoomId room, Role role) {
        Instant now = clock.instant();
        var grant = new Grant(new Participant("ada", "Ada"), role, now, now.plusSeconds(600));
        return provider.issueToken(room, grant).value();
    }

    /** What the webhooks since the last time say, each signed by LiveKit. */
    List<ProviderEvent> reported() {
        return livekit.takeWebhooks().stream()
                .flatMap(it -> received(it, livekit.signature(it)).stream())
                .toList();
    }

    List<ProviderEvent> received(String body, String authorization) {
        try {
            return webhooks.receive(request(body, authorization));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static WebhookRequest request(String body, String authorization) {
        return new WebhookRequest(
                URI.create("https://meet.example.org/webhooks/livekit"),
                Map.of("authorization", List.of(authorization)),
                body.getBytes(UTF_8));
    }

    @Override
    public void afterEach(@Nullable ExtensionContext context) {
        plain.close();
        livekit.close();
    }
}
