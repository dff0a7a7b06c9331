package dev.convene.core.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider reported, authenticated and normalised. Applying events is commutative and idempotent: they may come in
 * any order, any number of times.
 */
public sealed interface ProviderEvent {

    /** Unique with this provider: the same report delivered again has the same id. At most 255 characters. */
    String id();

    RoomId room();

    /** When it happened, by the provider's clock. */
    Instant at();

    /** A person's connection came into the room. */
    record Joined(String id, RoomId room, Instant at, ConnectionId connection, Participant participant)
            implements ProviderEvent {}

    /** A person's connection left the room, for whatever reason. The participant is null if the report names none. */
    record Left(
            String id,
            RoomId room,
            Instant at,
            ConnectionId connection,
            @Nullable Participant participant) implements ProviderEvent {}

    /** A moderator ended the room for everybody, and with it the meeting. */
    record EndedByModerator(String id, RoomId room, Instant at, String identity) implements ProviderEvent {}

    /** The provider closed the room: ended from outside, or empty for too long. The meeting may go on in another room. */
    record RoomClosed(String id, RoomId room, Instant at) implements ProviderEvent {}

    /** An archive of the room went on: started, stopped, became ready, … */
    record ArchiveChanged(String id, Instant at, ArchiveReport report) implements ProviderEvent {

        @Override
        public RoomId room() {
            return report.room();
        }
    }
}
