package dev.convene.provider.embedded;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.RoomId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rooms of this process that somebody is in. Which may be entered, and by whom, is not known here: core is asked. */
final class LiveRooms {

    /** Core knows for ever which rooms are closed; this only bridges the moment until it answers so. */
    private static final int CLOSED_KEPT = 10_000;

    // a seat is taken, and an empty room forgotten, inside compute(): no room is dropped while somebody sits down in it
    private final ConcurrentHashMap<RoomId, LiveRoom> rooms = new ConcurrentHashMap<>();
    private final RecentIds closed = new RecentIds(CLOSED_KEPT);
    private final int maxPeers;

    LiveRooms(int maxPeers) {
        this.maxPeers = maxPeers;
    }

    int maxPeers() {
        return maxPeers;
    }

    void seat(Peer newcomer, @Nullable String resume) {
        rooms.compute(newcomer.room(), (id, known) -> {
            if (closed.contains(id)) {
                throw Refusal.closing(ErrorCode.ROOM_CLOSED, "The room is closed");
            }
            LiveRoom room = known != null ? known : new LiveRoom(maxPeers);
            room.seat(newcomer, resume);
            return room;
        });
    }

    void leave(Peer peer, LeaveReason reason) {
        rooms.computeIfPresent(peer.room(), (id, room) -> {
            room.leave(peer, reason);
            return room.isEmpty() ? null : room;
        });
    }

    Optional<LiveRoom> find(RoomId id) {
        return Optional.ofNullable(rooms.get(id));
    }

    void close(RoomId id) {
        // before the room is emptied: whoever takes a seat after that is refused, and before that is put out
        closed.add(id);
        LiveRoom room = rooms.remove(id);
        if (room != null) {
            room.empty(new ServerMessage.Ended(), CloseCode.ROOM_ENDED);
        }
    }

    /** Sends everybody off to connect again elsewhere, or here after a restart. */
    void goAway() {
        rooms.keySet().forEach(id -> {
            LiveRoom room = rooms.remove(id);
            if (room != null) {
                room.empty(new ServerMessage.GoingAway(), CloseCode.RESTART);
            }
        });
    }

    Set<ConnectionId> connections() {
        return rooms.values().stream().flatMap(it -> it.connections().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
