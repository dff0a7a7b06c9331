package dev.convene.provider.embedded;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.provider.embedded.ServerMessage.PeerView;
import java.util.function.Consumer;

/** One connection of one person in one room. The two fields that change belong to the room and are guarded by its lock. */
final class Peer {

    private final ConnectionId id = new ConnectionId(RandomId.next());
    private final JoinClaims claims;
    private final Line line;
    private final Consumer<Peer> onLeave;

    private boolean welcomed;
    private MediaState state = MediaState.OFF;

    /** @param onLeave called once after a welcomed peer is out, under the room's lock: it does not wait */
    Peer(JoinClaims claims, Line line, Consumer<Peer> onLeave) {
        this.claims = claims;
        this.line = line;
        this.onLeave = onLeave;
    }

    ConnectionId id() {
        return id;
    }

    RoomId room() {
        return claims.room();
    }

    JoinClaims claims() {
        return claims;
    }

    String identity() {
        return claims.participant().identity();
    }

    Role role() {
        return claims.role();
    }

    boolean isModerator() {
        return role() == Role.MODERATOR;
    }

    Line line() {
        return line;
    }

    boolean isWelcomed() {
        return welcomed;
    }

    void welcome() {
        welcomed = true;
    }

    void say(MediaState newState) {
        state = newState;
    }

    void hasLeft() {
        onLeave.accept(this);
    }

    PeerView view(boolean polite) {
        return new PeerView(id.value(), identity(), claims.participant().name(), role().value(), state, polite);
    }
}
