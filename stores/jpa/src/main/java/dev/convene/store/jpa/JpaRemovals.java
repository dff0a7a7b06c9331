package dev.convene.store.jpa;

import dev.convene.core.meeting.Removals;
import dev.convene.core.meeting.Room;
import java.time.Instant;

/** Removals in {@code convene_removal}. */
final class JpaRemovals implements Removals {

    private final JpaTransaction transaction;

    JpaRemovals(JpaTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Room room, String identity, Instant at) {
        transaction.run(entities ->
                Rooms.find(entities, room).ifPresent(it -> entities.persist(RemovalEntity.of(it, identity, at))));
    }

    @Override
    public boolean contains(Room room, String identity) {
        return transaction.call(entities -> entities.createQuery("""
                                select count(*) from ConveneRemoval o join ConveneRoom r on r.meeting = o.meeting
                                where r.provider = :provider and r.room = :room and o.person = :person""", Long.class)
                        .setParameter("provider", room.provider().value())
                        .setParameter("room", room.id().value())
                        .setParameter("person", identity)
                        .getSingleResult()
                > 0);
    }
}
