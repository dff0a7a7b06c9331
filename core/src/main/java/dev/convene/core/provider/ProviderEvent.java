package dev.convene.core.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider reported, authenticated and normalised. Applying events is commutative and idempotent: they may come in
 * any order, any number of times.
 */
public sealed interface ProviderEvent {

    int MAX_ID_LENGTH = 255;

    Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");

    /** Unique with this provider: the same report delivered again has the same id. At most 255 characters. */
    String id();

    RoomId room();

    /** When it happened, by the provider's clock. */
    Instant at();

    /** A person's connection came into the room. */
    record Joined(String id, RoomId room, Instant at, ConnectionId connection, Participant participant)
            implements ProviderEvent {

        public Joined {
            requireStorable(id, at);
        }
    }

    /** A person's connection left the room, for whatever reason. The participant is null if the report names none. */
    record Left(
            String id,
            RoomId room,
            Instant at,
            ConnectionId connection,
            @Nullable Participant participant) implements ProviderEvent {

        public Left {
            requireStorable(id, at);
        }
    }

    /** A moderator ended the room for everybody, and with it the meeting. */
    record EndedByModerator(String id, RoomId room, Instant at, String identity) implements ProviderEvent {

        public EndedByModerator {
            requireStorable(id, at);
        }
    }

    /** The provider closed the room: ended from outside, or empty for too long. The meeting may go on in another room. */
    record RoomClosed(String id, RoomId room, Instant at) implements ProviderEvent {

        public RoomClosed {
            requireStorable(id, at);
        }
    }

    /** An archive of the room went on: started, stopped, became ready, … */
    record ArchiveChanged(String id, Instant at, ArchiveReport report) implements ProviderEvent {

        public ArchiveChanged {
            requireStorable(id, at);
        }

        @Override
        public RoomId room() {
            return report.room();
        }
    }

    /** What no store keeps is refused before it is acknowledged. */
    private static void requireStorable(String id, Instant at) {
        if (id.isBlank() || id.length() > MAX_ID_LENGTH || id.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "An event's id has 1 to " + MAX_ID_LENGTH + " characters, none of them NUL");
        }
        if (at.isBefore(Instant.EPOCH) || !at.isBefore(END_OF_TIME)) {
            throw new IllegalArgumentException("An event is of the years 1970 to 9999");
        }
    }
}
