package dev.convene.provider.livekit;

import dev.convene.core.provider.Archiver;
import dev.convene.core.provider.BrowserClient;
import dev.convene.core.provider.Capabilities;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.ProviderFailure.Refused;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomLife;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.VideoProvider;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Meetings in rooms of LiveKit, each opened when people come and gone minutes after they left. With LiveKit's usual setting
 * {@code room.auto_create} whoever still holds a token opens a closed room again: that is reported, and it is closed once more.
 */
final class LiveKitProvider implements VideoProvider {

    static final ProviderName NAME = new ProviderName("livekit");

    /** Encryption is the browser clients': LiveKit carries what it cannot read. */
    private static final Set<Capability> PLAIN = Set.of(Capability.ROLES, Capability.END_TO_END_ENCRYPTION);

    private static final Set<Capability> RECORDING =
            Set.of(Capability.ROLES, Capability.END_TO_END_ENCRYPTION, Capability.ARCHIVING);

    private final LiveKitRooms rooms;
    private final JoinTokens tokens;
    private final BrowserClient client;
    private final Optional<LiveKitArchiver> archiver;

    /** @param archiver empty where there is no bucket to record to */
    LiveKitProvider(LiveKitRooms rooms, JoinTokens tokens, BrowserClient client, Optional<LiveKitArchiver> archiver) {
        this.rooms = rooms;
        this.tokens = tokens;
        this.client = client;
        this.archiver = archiver;
    }

    @Override
    public ProviderName name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                archiver.isPresent() ? RECORDING : PLAIN,
                rooms.rules().maxParticipants(),
                JoinTokens.MAX_IDENTITY_LENGTH,
                RoomLife.WHILE_USED);
    }

    @Override
    public RoomId openRoom(RoomSpec spec) {
        if (spec.endToEndEncrypted() && spec.archived()) {
            throw new Refused(NAME, "record a room whose media its server cannot read", null);
        }
        if (!spec.archived()) {
            return rooms.open(it -> Map.of());
        }
        LiveKitArchiver recorder = archiver.orElseThrow(() -> new Refused(NAME, "record a room", null));
        return rooms.open(recorder::fromTheStart);
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
        return rooms.connections(room);
    }

    @Override
    public boolean isOpen(RoomId room) {
        return rooms.isOpen(room);
    }

    @Override
    public BrowserClient browserClient() {
        return client;
    }

    @Override
    public Optional<Archiver> archiver() {
        return archiver.map(it -> it);
    }
}
