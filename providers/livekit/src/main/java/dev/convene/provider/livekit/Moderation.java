package dev.convene.provider.livekit;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.Rooms;
import dev.convene.provider.livekit.JoinTokens.Holder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What moderators do in a room. They ask here, and not LiveKit with their token, so that whom they remove stays out and the
 * meeting ends with its room. They prove who they are by the token with which they came in.
 */
final class Moderation {

    private final JoinTokens tokens;
    private final LiveKitRooms rooms;
    private final Rooms core;
    private final ProviderEvents events;
    private final Clock clock;

    Moderation(JoinTokens tokens, LiveKitRooms rooms, Core core, Clock clock) {
        this.tokens = tokens;
        this.rooms = rooms;
        this.core = core.rooms();
        this.events = core.events();
        this.clock = clock;
    }

    /** Who is told. */
    record Core(Rooms rooms, ProviderEvents events) {}

    /** The moderator that the token names; empty if it is not a moderator's, not ours, or has expired. */
    Optional<Holder> moderator(String token) {
        return tokens.verify(token).filter(it -> it.role() == Role.MODERATOR);
    }

    /** Puts whose connection that is out of the moderator's room, for good. */
    void remove(Holder moderator, ConnectionId connection) {
        RoomId room = moderator.room();
        rooms.identity(room, connection).ifPresent(identity -> {
            core.remove(LiveKitProvider.NAME, room, identity);
            rooms.remove(room, identity);
        });
    }

    /** Ends the meeting; the room, which nobody may enter any more, is closed by whoever hears of it. */
    void end(Holder moderator) {
        String id = "ended:" + moderator.room() + ":" + moderator.identity();
        events.report(
                LiveKitProvider.NAME,
                List.of(new EndedByModerator(id, moderator.room(), clock.instant(), moderator.identity())));
        rooms.close(moderator.room());
    }
}
