package dev.convene.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Real sockets against a real server. */
@Timeout(120)
class SignalSocketTest {

    private static SignalServer server;

    private final RoomId room = server.provider().openRoom(RoomSpec.plain());

    @BeforeAll
    static void start() {
        server = new SignalServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void twoBrowsersMeetAndNegotiate() throws Exception {
        WebSocketClient ada = join("ada", Role.PUBLISHER);
        JsonNode welcome = ada.hears("welcome");
        assertThat(welcome.path("iceServers").toString()).isEqualTo("[{\"urls\":[\"stun:stun.example.org\"]}]");
        assertThat(Instant.parse(welcome.path("expiresAt").stringValue())).isAfter(Instant.now());
        String adaId = welcome.path("peerId").stringValue();

        WebSocketClient bob = join("bob", Role.PUBLISHER);
        JsonNode peer = bob.hears("welcome").path("peers").get(0);
        assertThat(peer.toString())
                .isEqualTo("{\"peerId\":\"" + adaId + "\",\"identity\":\"ada\",\"name\":\"Name of ada\","
                        + "\"role\":\"publisher\",\"state\":{\"audio\":false,\"video\":false,\"screen\":false},"
                        + "\"polite\":true}");
        String bobId = ada.hears("peer-joined").path("peer").path("peerId").stringValue();

        String sdp = "v=0 " + "x".repeat(40_000);
        bob.says("{'type':'description','to':'" + adaId + "','from':'" + adaId
                + "','description':{'type':'offer','sdp':'" + sdp + "'}}");
        JsonNode offer = ada.hears("description");
        assertThat(offer.path("from").stringValue()).isEqualTo(bobId);
        assertThat(offer.path("description").path("sdp").stringValue()).isEqualTo(sdp);

        ada.says("{'type':'candidate','to':'" + bobId + "','candidate':null}");
        assertThat(bob.hears("candidate").toString())
                .isEqualTo("{\"type\":\"candidate\",\"from\":\"" + adaId + "\",\"candidate\":null}");
        ada.says("{'type':'ping'}").hears("pong");
    }

    @Test
    void aMessageMayComeInPieces() throws Exception {
        WebSocketClient ada = join("ada", Role.PUBLISHER);
        ada.hears("welcome");

        ada.saysSlowly("{'type':'chat','text':'" + "x".repeat(1_900) + "'}");

        assertThat(ada.hears("chat").path("text").stringValue()).hasSize(1_900);
    }

    @Test
    void aMessageThatIsTooLargeIsToldAndEndsTheConnection() throws Exception {
        WebSocketClient ada = join("ada", Role.PUBLISHER);
        ada.hears("welcome");

        ada.says("{'type':'chat','text':'" + "x".repeat(70_000) + "'}");

        assertThat(ada.hears("error").path("code").stringValue()).isEqualTo("message-too-large");
        assertThat(ada.closeCode()).isEqualTo(1009);
    }

    @Test
    void aMessageThatNeverEndsIsCutOffAtTheSameLength() throws Exception {
        WebSocketClient ada = join("ada", Role.PUBLISHER);
        ada.hears("welcome");

        ada.saysWithoutEnd("x".repeat(70_000));

        assertThat(ada.hears("error").path("code").stringValue()).isEqualTo("message-too-large");
        assertThat(ada.closeCode()).isEqualTo(1009);
    }

    @Test
    void theModeratorEndsItForAllWithinSeconds() throws Exception {
        WebSocketClient ada = join("ada", Role.MODERATOR);
        ada.hears("welcome");
        WebSocketClient bob = join("bob", Role.PUBLISHER);
        bob.hears("welcome");

        ada.says("{'type':'end'}");

        for (WebSocketClient browser : List.of(ada, bob)) {
            browser.hears("ended");
            assertThat(browser.closeCode()).isEqualTo(4410);
        }
        server.core().await(Left.class, room, 2);
    }

    @Test
    void closingTheRoomPutsEverybodyOut() throws Exception {
        WebSocketClient ada = join("ada", Role.PUBLISHER);
        ada.hears("welcome");
        assertThat(server.provider().connectionsIn(room)).hasSize(1);

        server.core().end(room);
        server.provider().closeRoom(room);

        ada.hears("ended");
        assertThat(ada.closeCode()).isEqualTo(4410);
        WebSocketClient late = join("late", Role.PUBLISHER);
        assertThat(late.hears("error").path("code").stringValue()).isEqualTo("room-closed");
        assertThat(late.closeCode()).isEqualTo(4410);
        assertThat(server.provider().connectionsIn(room)).isEmpty();
    }

    @Test
    void whoIsRemovedIsToldAndPutOut() throws Exception {
        WebSocketClient ada = join("ada", Role.MODERATOR);
        ada.hears("welcome");
        WebSocketClient bob = join("bob", Role.PUBLISHER);
        String bobId = bob.hears("welcome").path("peerId").stringValue();

        ada.says("{'type':'remove','peerId':'" + bobId + "'}");

        bob.hears("removed");
        assertThat(bob.closeCode()).isEqualTo(4403);
        assertThat(ada.hears("peer-left").toString())
                .isEqualTo("{\"type\":\"peer-left\",\"peerId\":\"" + bobId + "\",\"reason\":\"removed\"}");
    }

    @Test
    void aBrokenConnectionIsALostPeerAndALeave() throws Exception {
        WebSocketClient ada = join("ada", Role.PUBLISHER);
        ada.hears("welcome");
        WebSocketClient bob = join("bob", Role.PUBLISHER);
        bob.hears("welcome");

        bob.breaks();

        assertThat(ada.hears("peer-left").path("reason").stringValue()).isEqualTo("lost");
        server.core().await(Left.class, room, 1);
    }

    @Test
    void ofFiftyJoinsAtOnceExactlySixAreLetIn() throws Exception {
        List<Callable<String>> joins = IntStream.range(0, 50)
                .mapToObj(i -> (Callable<String>) () -> {
                    WebSocketClient browser = join("guest-" + i, Role.PUBLISHER);
                    return browser.hearsFirst().path("type").stringValue();
                })
                .toList();

        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            for (var join : threads.invokeAll(joins, 30, TimeUnit.SECONDS)) {
                outcomes.add(join.get());
            }
        }

        assertThat(outcomes).filteredOn("welcome"::equals).hasSize(6);
        assertThat(outcomes).filteredOn("error"::equals).hasSize(44);
        assertThat(server.provider().connectionsIn(room)).hasSize(6);
    }

    @Test
    void whoFloodsIsCutOff() throws Exception {
        WebSocketClient ada = join("ada", Role.PUBLISHER);
        ada.hears("welcome");

        ada.floods("{'type':'state','state':{'audio':true,'video':true,'screen':false}}");

        assertThat(ada.hears("error").path("code").stringValue()).isEqualTo("rate-limited");
        assertThat(ada.closeCode()).isEqualTo(4429);
    }

    @Test
    void pagesOfOtherSitesMayNotConnectUnlessTheyAreNamed() {
        for (String other : List.of("https://evil.example", "http://127.0.0.1:80.evil.example")) {
            assertThatThrownBy(() -> server.connectFrom(other))
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            it -> assertThat(it.getResponse().statusCode()).isEqualTo(403));
        }

        server.connectFrom("https://app.example.org").close();
        server.connectFrom("http://127.0.0.1:" + server.port()).close();
    }

    @Test
    void twoRoomsDoNotHearOneAnother() throws Exception {
        WebSocketClient ada = join("ada", Role.PUBLISHER);
        String adaId = ada.hears("welcome").path("peerId").stringValue();
        WebSocketClient far = server.join(server.provider().openRoom(RoomSpec.plain()), "far", Role.MODERATOR);
        assertThat(far.hears("welcome").path("peers")).isEmpty();

        far.says("{'type':'description','to':'" + adaId + "','description':{'type':'offer','sdp':'v=0'}}");
        far.says("{'type':'chat','text':'from afar'}").hears("chat");
        ada.says("{'type':'ping'}");

        assertThat(ada.hearsFirst().path("type").stringValue()).isEqualTo("pong");
    }

    private WebSocketClient join(String identity, Role role) {
        return server.join(room, identity, role);
    }
}
