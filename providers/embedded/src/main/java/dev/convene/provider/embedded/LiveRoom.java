package dev.convene.provider.embedded;

import dev.convene.core.provider.ConnectionId;
import dev.convene.provider.embedded.ClientMessage.SessionDescription;
import dev.convene.provider.embedded.ServerMessage.PeerJoined;
import dev.convene.provider.embedded.ServerMessage.PeerLeft;
import dev.convene.provider.embedded.ServerMessage.PeerView;
import dev.convene.provider.embedded.ServerMessage.Welcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is in one room now. Somebody takes a seat first, which counts but is seen by nobody, and is welcomed when their join
 * is stored. Thread-safe: every method holds the room's lock, and none waits.
 */
final class LiveRoom {

    private final int maxPeers;
    private final Map<ConnectionId, Peer> peers = new LinkedHashMap<>();

    LiveRoom(int maxPeers) {
        this.maxPeers = maxPeers;
    }

    /**
     * Takes a seat, or refuses with {@code room-full}.
     *
     * @param resume an earlier connection of the same person, whose seat is freed first; anybody else's is left alone
     */
    synchronized void seat(Peer newcomer, @Nullable String resume) {
        find(resume).filter(old -> old.identity().equals(newcomer.identity())).ifPresent(old -> {
            putOut(old, LeaveReason.REPLACED);
            old.line().close(null, CloseCode.NORMAL);
        });
        if (peers.size() >= maxPeers) {
            throw Refusal.closing(ErrorCode.ROOM_FULL, "The room has " + maxPeers + " people, which is all it takes");
        }
        peers.put(newcomer.id(), newcomer);
    }

    /** Shows the newcomer to the others and the others to the newcomer. False if the seat was lost meanwhile. */
    synchronized boolean welcome(Peer newcomer, List<IceServer> iceServers) {
        if (!holds(newcomer)) {
            return false;
        }
        // who comes later is polite: in each pair exactly one is
        List<PeerView> others = welcomed().stream().map(it -> it.view(true)).toList();
        newcomer.welcome();
        PeerView self = newcomer.view(false);
        newcomer.line()
                .send(new Welcome(
                        self.peerId(),
                        self.identity(),
                        self.name(),
                        self.role(),
                        iceServers,
                        maxPeers,
                        newcomer.claims().expiresAt(),
                        others));
        tellOthers(newcomer, new PeerJoined(self));
        return true;
    }

    /** To one peer of this room. Who has left meanwhile is not told, which is no error. */
    synchronized void tell(Peer from, String to, ServerMessage message) {
        listener(from, to).ifPresent(it -> it.line().send(message));
    }

    /** A description to one peer; refused if the two roles do not allow what it describes. */
    synchronized void describe(Peer from, String to, SessionDescription description) {
        listener(from, to).ifPresent(it -> {
            MediaRule.require(from.role(), it.role(), description.sdp());
            it.line().send(new ServerMessage.Description(from.id().value(), description));
        });
    }

    synchronized void tellAll(Peer from, ServerMessage message) {
        if (holds(from)) {
            welcomed().forEach(it -> it.line().send(message));
        }
    }

    synchronized void changeState(Peer from, MediaState state) {
        from.say(state);
        if (holds(from)) {
            tellOthers(from, new ServerMessage.State(from.id().value(), state));
        }
    }

    /** Whom the moderator removes with that peer; empty if one of the two is not in any more. */
    synchronized Optional<String> removable(Peer moderator, String peerId) {
        Optional<String> identity = holds(moderator) ? find(peerId).map(Peer::identity) : Optional.empty();
        if (identity.filter(moderator.identity()::equals).isPresent()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, "Leave the room instead of removing yourself");
        }
        return identity;
    }

    /** Puts the person out, on every connection. */
    synchronized void remove(String identity) {
        List.copyOf(peers.values()).stream()
                .filter(it -> it.identity().equals(identity))
                .forEach(it -> {
                    putOut(it, LeaveReason.REMOVED);
                    it.line().close(new ServerMessage.Removed(), CloseCode.NOT_ALLOWED);
                });
    }

    synchronized void leave(Peer peer, LeaveReason reason) {
        if (holds(peer)) {
            putOut(peer, reason);
        }
    }

    /** Puts everybody out, with the same last message. */
    synchronized void empty(ServerMessage last, CloseCode code) {
        List<Peer> all = List.copyOf(peers.values());
        peers.clear();
        // all lines first: nobody is told of others who leave for the same reason
        all.forEach(it -> it.line().close(last, code));
        all.stream().filter(Peer::isWelcomed).forEach(Peer::hasLeft);
    }

    synchronized Set<ConnectionId> connections() {
        return Set.copyOf(peers.keySet());
    }

    synchronized boolean isEmpty() {
        return peers.isEmpty();
    }

    private Optional<Peer> listener(Peer from, String to) {
        return holds(from) ? find(to).filter(it -> it.isWelcomed() && it != from) : Optional.empty();
    }

    private void putOut(Peer out, LeaveReason reason) {
        peers.remove(out.id());
        if (out.isWelcomed()) {
            tellOthers(out, new PeerLeft(out.id().value(), reason.wire()));
            out.hasLeft();
        }
    }

    private void tellOthers(Peer from, ServerMessage message) {
        welcomed().stream().filter(it -> it != from).forEach(it -> it.line().send(message));
    }

    private boolean holds(Peer peer) {
        return peers.get(peer.id()) == peer;
    }

    private Optional<Peer> find(@Nullable String peerId) {
        return peerId == null || peerId.isBlank()
                ? Optional.empty()
                : Optional.ofNullable(peers.get(new ConnectionId(peerId)));
    }

    private List<Peer> welcomed() {
        return peers.values().stream().filter(Peer::isWelcomed).toList();
    }
}
