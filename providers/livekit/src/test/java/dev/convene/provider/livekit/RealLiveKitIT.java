package dev.convene.provider.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.BrowserClient;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderFailure.CredentialsRefused;
import dev.convene.core.provider.ProviderFailure.Unavailable;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.VideoProvider;
import dev.convene.testkit.DecodedToken;
import dev.convene.testkit.VideoProviderCompatibilityKit;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit on a real LiveKit server, which also judges the join tokens; left out where there is none. */
class RealLiveKitIT extends VideoProviderCompatibilityKit {

    private static final BoundedHttp.Patience PATIENCE =
            new BoundedHttp.Patience(Duration.ofSeconds(3), Duration.ofSeconds(10), 2);

    private static LiveKitServer server;

    private final ApiKey key = new ApiKey(LiveKitServer.KEY, LiveKitServer.SECRET);
    private final JoinTokens tokens = new JoinTokens(key, Clock.systemUTC());
    private final BoundedHttp http = new BoundedHttp(PATIENCE, Clock.systemUTC());

    @BeforeAll
    static void start() {
        server = LiveKitServer.prepared();
        server.start("room: {auto_create: false}");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Override
    protected VideoProvider newProvider() {
        return provider(key);
    }

    private VideoProvider provider(ApiKey caller) {
        var calls = new LiveKitHttp(caller, server.url(), http, Clock.systemUTC());
        var rules = new RoomRules(10, Duration.ofMinutes(5), Duration.ofMinutes(5));
        return new LiveKitProvider(new LiveKitRooms(calls, rules), tokens, BrowserClient.OWN, Optional.empty());
    }

    @Override
    protected Instant now() {
        return Instant.now();
    }

    @Override
    protected DecodedToken decode(JoinToken token) {
        return LiveKitProviderCompatibilityTest.decode(tokens, token);
    }

    @ParameterizedTest
    @EnumSource
    void itLetsInWhoHasAToken(Role role) throws Exception {
        RoomId room = provider().openRoom(RoomSpec.plain());

        assertThat(asked(token(room, "ada", "Ada", role))).isEqualTo("200 success");
    }

    @ParameterizedTest
    @MethodSource("whatIsLong")
    void itLetsInWhoHasALongName(String identity, String name) throws Exception {
        RoomId room = provider().openRoom(RoomSpec.plain());

        assertThat(asked(token(room, identity, name, Role.PUBLISHER))).isEqualTo("200 success");
    }

    static Object[][] whatIsLong() {
        int most = JoinTokens.MAX_IDENTITY_LENGTH;
        return new Object[][] {
            {"x".repeat(most), "y".repeat(100)}, {"\u30C4".repeat(most), "\u30C4".repeat(100)}, {"😀".repeat(42), " "}
        };
    }

    @Test
    void itLetsInNobodyElse() throws Exception {
        RoomId room = provider().openRoom(RoomSpec.plain());
        String token = token(room, "ada", "Ada", Role.PUBLISHER);
        provider().closeRoom(room);

        assertThat(asked(token)).startsWith("404 ");
        assertThat(asked(token + "x")).startsWith("401 ");
        assertThat(asked("")).startsWith("401 ");
    }

    @Test
    void aRoomIsOpenUntilItIsClosed() {
        RoomId room = provider().openRoom(RoomSpec.plain());
        assertThat(provider().isOpen(room)).isTrue();

        provider().closeRoom(room);

        assertThat(provider().isOpen(room)).isFalse();
        assertThat(provider().isOpen(new RoomId("unknown"))).isFalse();
    }

    @Test
    void wrongCredentialsAreForTheOperator() {
        var wrong = new ApiKey(LiveKitServer.KEY, "x".repeat(32));
        assertThatThrownBy(() -> provider(wrong).openRoom(RoomSpec.plain())).isInstanceOf(CredentialsRefused.class);
    }

    /** As most servers are that nobody set one up for. */
    @Test
    void aServerWithoutEgressSaysSo() {
        var calls = new LiveKitHttp(key, server.url(), http, Clock.systemUTC());
        var bucket = new Bucket("recordings", "us-east-1", null, "key", "secret");
        var archiver = new LiveKitArchiver(calls, new Recordings(bucket, http, Clock.systemUTC()));
        RoomId room = provider().openRoom(RoomSpec.plain());

        assertThatThrownBy(() -> archiver.start(room, ArchiveSpec.composed("an archive")))
                .isInstanceOf(Unavailable.class)
                .hasStackTraceContaining("egress not connected (redis required)");
    }

    private String token(RoomId room, String identity, String name, Role role) {
        Instant now = Instant.now();
        return provider()
                .issueToken(room, new Grant(new Participant(identity, name), role, now, now.plusSeconds(600)))
                .value();
    }

    /** Where LiveKit's clients ask why they were not let in. */
    private static String asked(String token) throws IOException, InterruptedException {
        URI url = URI.create(
                server.url() + "/rtc/validate?access_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body().strip();
        }
    }
}
