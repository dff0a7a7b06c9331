package dev.convene.store.jpa;

import dev.convene.core.meeting.Room;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Finds rows of {@code convene_room}, which never change. */
final class Rooms {

    private Rooms() {}

    static Optional<RoomEntity> find(EntityManager entities, Room room) {
        return entities.createQuery("from ConveneRoom where provider = :provider and room = :room", RoomEntity.class)
                .setParameter("provider", room.provider().value())
                .setParameter("room", room.id().value())
                .getResultStream()
                .findFirst();
    }

    static boolean isKnown(EntityManager entities, Room room) {
        return find(entities, room).isPresent();
    }

    /** @throws IllegalStateException if no meeting has or had it */
    static RoomEntity require(EntityManager entities, Room room) {
        return find(entities, room).orElseThrow(() -> new IllegalStateException("No meeting has the room " + room));
    }
}
