package dev.convene.core.meeting;

import dev.convene.core.provider.ProviderFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** Closes rooms at their provider. What fails stays in {@link Meetings#toClose} and is tried again. */
final class RoomCloser {

    private static final Logger LOG = System.getLogger(RoomCloser.class.getName());

    private final Meetings meetings;
    private final Providers providers;
    private final Clock clock;

    RoomCloser(Meetings meetings, Providers providers, Clock clock) {
        this.meetings = meetings;
        this.providers = providers;
        this.clock = clock;
    }

    boolean close(Room room) {
        try {
            providers.named(room.provider()).closeRoom(room.id());
            meetings.roomClosed(room, clock.instant());
            return true;
        } catch (ProviderFailure e) {
            LOG.log(
                    Level.WARNING,
                    () -> "Room " + room.id() + " of " + room.provider() + " stays open for now: " + e.getMessage());
            return false;
        }
    }
}
