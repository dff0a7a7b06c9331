package dev.convene.provider.twilio;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.Role;
import dev.convene.provider.twilio.AccessTokens.Holder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What moderators do in a room. Twilio gives nobody in a room power over others, so they ask here, and prove who they are by
 * the token with which they came in.
 */
final class Moderation {

    private final AccessTokens tokens;
    private final TwilioRooms rooms;
    private final ProviderEvents events;
    private final Clock clock;

    Moderation(AccessTokens tokens, TwilioRooms rooms, ProviderEvents events, Clock clock) {
        this.tokens = tokens;
        this.rooms = rooms;
        this.events = events;
        this.clock = clock;
    }

    /** The moderator that the token names; empty if it is not a moderator's, not ours, or has expired. */
    Optional<Holder> moderator(String token) {
        return tokens.verify(token).filter(it -> it.role() == Role.MODERATOR);
    }

    /** Puts that connection out of the moderator's room. */
    void remove(Holder moderator, ConnectionId connection) {
        rooms.remove(moderator.room(), connection.value());
    }

    /** Ends the meeting; the room, which nobody may enter any more, is closed by whoever hears of it. */
    void end(Holder moderator) {
        String id = "ended:" + moderator.room() + ":" + moderator.identity();
        events.report(
                TwilioProvider.NAME,
                List.of(new EndedByModerator(id, moderator.room(), clock.instant(), moderator.identity())));
        rooms.close(moderator.room());
    }
}
