package dev.convene.provider.embedded;

import dev.convene.core.provider.Capabilities;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.VideoProvider;
import java.util.Set;

/**
 * Small meetings without a vendor: browsers send their media to one another, encrypted end to end by DTLS-SRTP, and Convene
 * only signals. A room is nothing but an id until somebody is in it, so opening one cannot fail.
 */
final class EmbeddedProvider implements VideoProvider {

    static final ProviderName NAME = new ProviderName("embedded");

    private final JoinTokens tokens;
    private final LiveRooms rooms;

    EmbeddedProvider(JoinTokens tokens, LiveRooms rooms) {
        this.tokens = tokens;
        this.rooms = rooms;
    }

    @Override
    public ProviderName name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Set.of(Capability.END_TO_END_ENCRYPTION, Capability.ROLES), rooms.maxPeers());
    }

    @Override
    public RoomId openRoom(RoomSpec spec) {
        if (spec.archived()) {
            throw new ProviderFailure.Refused(NAME, "record a room", null);
        }
        return new RoomId(RandomId.next());
    }

    @Override
    public JoinToken issueToken(RoomId room, Grant grant) {
        return tokens.sign(room, grant);
    }

    @Override
    public void closeRoom(RoomId room) {
        rooms.close(room);
    }

    @Override
    public Set<ConnectionId> connectionsIn(RoomId room) {
        return rooms.find(room).map(LiveRoom::connections).orElse(Set.of());
    }
}
