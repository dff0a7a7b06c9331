package dev.convene.provider.twilio;

import dev.convene.core.provider.Archiver;
import dev.convene.core.provider.BrowserClient;
import dev.convene.core.provider.BrowserClient.Directive;
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

/** Meetings in rooms of Twilio Video, each opened when people come and gone minutes after they left. */
final class TwilioProvider implements VideoProvider {

    static final ProviderName NAME = new ProviderName("twilio");

    /** Of an identity (https://www.twilio.com/docs/video/programmable-video-limits). */
    private static final int MAX_IDENTITY = 128;

    private static final Set<Capability> OF_RECORDED_ROOMS =
            Set.of(Capability.ARCHIVING, Capability.INDIVIDUAL_ARCHIVES, Capability.STORAGE_S3);

    /** Where Twilio's browser client calls (https://www.twilio.com/docs/video/ip-addresses); it is itself served by us. */
    private static final Map<Directive, Set<String>> CALLED =
            Map.of(Directive.CONNECT, Set.of("https://*.twilio.com", "wss://*.twilio.com"));

    private final TwilioRooms rooms;
    private final AccessTokens tokens;
    private final TwilioArchiver archiver;

    TwilioProvider(TwilioRooms rooms, AccessTokens tokens, TwilioArchiver archiver) {
        this.rooms = rooms;
        this.tokens = tokens;
        this.archiver = archiver;
    }

    @Override
    public ProviderName name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        Set<Capability> supported = rooms.rules().kind().records() ? OF_RECORDED_ROOMS : Set.of();
        return new Capabilities(supported, rooms.rules().maxParticipants(), MAX_IDENTITY, RoomLife.WHILE_USED);
    }

    @Override
    public RoomId openRoom(RoomSpec spec) {
        boolean unrecordable = spec.archived() && !capabilities().has(Capability.ARCHIVING);
        if (spec.endToEndEncrypted() || unrecordable) {
            throw new Refused(NAME, unrecordable ? "record a room" : "encrypt a room end to end", null);
        }
        return rooms.open(spec.archived());
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
        return new BrowserClient(
                Map.of("maxParticipants", Integer.toString(rooms.rules().maxParticipants())), CALLED);
    }

    @Override
    public Optional<Archiver> archiver() {
        return capabilities().has(Capability.ARCHIVING) ? Optional.of(archiver) : Optional.empty();
    }
}
