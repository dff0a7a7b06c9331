package dev.convene.provider.livekit;

import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.Rooms;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts out again whom a moderator has removed and who came back: LiveKit lets in whoever holds a token, and gives people who are
 * in a fresh one every few minutes.
 */
final class Doorkeeper {

    private final LiveKitRooms rooms;
    private final Supplier<Optional<Rooms>> core;

    /** @param core who was removed; empty where there is nobody to ask */
    Doorkeeper(LiveKitRooms rooms, Supplier<Optional<Rooms>> core) {
        this.rooms = rooms;
        this.core = core;
    }

    /** Lets nobody of those who came in again who was put out; if LiveKit fails, its report fails too and is repeated. */
    void see(List<ProviderEvent> events) {
        for (ProviderEvent event : events) {
            if (event instanceof Joined it
                    && isRemoved(it.room(), it.participant().identity())) {
                rooms.remove(it.room(), it.participant().identity());
            }
        }
    }

    private boolean isRemoved(RoomId room, String identity) {
        return core.get()
                .filter(it -> it.isRemoved(LiveKitProvider.NAME, room, identity))
                .isPresent();
    }
}
