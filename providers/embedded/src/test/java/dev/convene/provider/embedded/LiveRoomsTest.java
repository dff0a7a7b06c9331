package dev.convene.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.testkit.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveRoomsTest {

    private static final RoomId ROOM = new RoomId("room-1");

    private final SettableClock clock = new SettableClock();
    private final LiveRooms rooms = new LiveRooms(6);
    private final AtomicInteger left = new AtomicInteger();

    @Test
    void ofManySeatsTakenAtOnceOnlySixAreGiven() throws Exception {
        assertThat(inParallel(50, i -> seat("guest-" + i))).hasSize(6);
        assertThat(rooms.connections()).hasSize(6);
    }

    @Test
    void twoWhoResumeTheSameConnectionAtOnceGetOneSeatEachAtMost() throws Exception {
        Peer old = seat("ada");
        for (int i = 1; i < 6; i++) {
            seat("guest-" + i);
        }

        List<Peer> resumed = inParallel(20, i -> seat("ada", old.id().value()));

        assertThat(resumed).hasSize(1);
        assertThat(rooms.connections()).hasSize(6);
    }

    @Test
    void comingAndGoingLosesNobodyAndLeavesNothingBehind() throws Exception {
        List<Peer> visits = inParallel(200, i -> {
            Peer peer = peer("guest-" + i);
            for (; ; ) {
                try {
                    rooms.seat(peer, null);
                    break;
                } catch (Refusal full) {
                    Thread.onSpinWait();
                }
            }
            assertThat(rooms.find(ROOM).orElseThrow().welcome(peer, List.of())).isTrue();
            rooms.leave(peer, LeaveReason.LEFT);
            return peer;
        });

        assertThat(visits).hasSize(200);
        assertThat(left).hasValue(200);
        assertThat(rooms.find(ROOM)).isEmpty();
    }

    @Test
    void closingWhatIsClosedOrUnknownChangesNothing() {
        seat("ada");

        rooms.close(ROOM);
        rooms.close(ROOM);
        rooms.close(new RoomId("never opened"));

        assertThat(rooms.connections()).isEmpty();
    }

    @Test
    void aClosedRoomIsNotEnteredEvenWhileCoreStillCallsItOpen() {
        seat("ada");
        rooms.close(ROOM);

        assertThatThrownBy(() -> seat("bob"))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.ROOM_CLOSED));
    }

    @Test
    void onlyTheLastClosedRoomsAreRemembered() {
        var ids = new RecentIds(2);

        ids.add(new RoomId("a"));
        ids.add(new RoomId("b"));
        ids.add(new RoomId("a"));
        ids.add(new RoomId("c"));

        assertThat(List.of("a", "b", "c"))
                .filteredOn(it -> ids.contains(new RoomId(it)))
                .containsExactly("a", "c");
    }

    @Test
    void whoWasPutOutCannotSpeakInTheRoomAnyMore() {
        Peer ada = seat("ada");
        LiveRoom room = rooms.find(ROOM).orElseThrow();
        room.welcome(ada, List.of());
        rooms.leave(ada, LeaveReason.LEFT);
        var line = new RecordingLine();
        Peer bob = seat(peer("bob", line), null);
        rooms.find(ROOM).orElseThrow().welcome(bob, List.of());
        line.forget();

        LiveRoom reopened = rooms.find(ROOM).orElseThrow();
        reopened.tellAll(ada, new ServerMessage.Pong());
        reopened.tell(ada, bob.id().value(), new ServerMessage.Pong());
        reopened.changeState(ada, new MediaState(true, true, true));

        assertThat(reopened.removable(ada, bob.id().value())).isEmpty();
        assertThat(line.heard()).isEmpty();
        assertThat(line.closed()).isNull();
    }

    @Test
    void inEachPairExactlyOneIsPolite() {
        var lines = new ArrayList<RecordingLine>();
        var peers = new ArrayList<Peer>();
        for (int i = 0; i < 6; i++) {
            lines.add(new RecordingLine());
            peers.add(seat(peer("guest-" + i, lines.get(i)), null));
        }
        // welcomed in another order than seated
        for (int i : new int[] {3, 0, 5, 1, 4, 2}) {
            rooms.find(ROOM).orElseThrow().welcome(peers.get(i), List.of());
        }

        for (int one = 0; one < 6; one++) {
            for (int other = one + 1; other < 6; other++) {
                assertThat(isPolite(lines.get(one), peers.get(other)))
                        .isNotEqualTo(isPolite(lines.get(other), peers.get(one)));
            }
        }
    }

    private static boolean isPolite(RecordingLine line, Peer towards) {
        var views = new ArrayList<>(line.one(ServerMessage.Welcome.class).peers());
        line.heard(ServerMessage.PeerJoined.class).forEach(it -> views.add(it.peer()));
        return views.stream()
                .filter(it -> it.peerId().equals(towards.id().value()))
                .reduce((a, b) -> {
                    throw new AssertionError("Told twice of " + a.identity());
                })
                .orElseThrow()
                .polite();
    }

    private Peer seat(String identity) {
        return seat(identity, null);
    }

    private Peer seat(String identity, String resume) {
        return seat(peer(identity), resume);
    }

    private Peer seat(Peer peer, String resume) {
        rooms.seat(peer, resume);
        return peer;
    }

    private Peer peer(String identity) {
        return peer(identity, new RecordingLine());
    }

    private Peer peer(String identity, Line line) {
        var claims = new JoinClaims(ROOM, new Participant(identity, identity), Role.MODERATOR, clock.instant());
        return new Peer(claims, line, it -> left.incrementAndGet());
    }

    /** Does it so many times at once; the results of those that were not refused. */
    private static List<Peer> inParallel(int times, Work work) throws Exception {
        List<Callable<Peer>> tasks = IntStream.range(0, times)
                .mapToObj(i -> (Callable<Peer>) () -> {
                    try {
                        return work.of(i);
                    } catch (Refusal e) {
                        return null;
                    }
                })
                .toList();
        var results = new ArrayList<Peer>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var result : threads.invokeAll(tasks, 30, TimeUnit.SECONDS)) {
                if (result.get() != null) {
                    results.add(result.get());
                }
            }
        }
        return results;
    }

    private interface Work {
        Peer of(int number) throws Exception;
    }
}
