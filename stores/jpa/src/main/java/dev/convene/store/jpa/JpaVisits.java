package dev.convene.store.jpa;

import dev.convene.core.attendance.Visit;
import dev.convene.core.attendance.Visits;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderName;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Visits in {@code convene_visit}. The rule by which they merge is {@link Visit#merge}. */
final class JpaVisits implements Visits {

    private final JpaTransaction transaction;

    JpaVisits(JpaTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public boolean knows(Room room) {
        return transaction.call(entities -> Rooms.isKnown(entities, room));
    }

    @Override
    public Merged merge(Visit visit) {
        return transaction.call(entities -> {
            RoomEntity room = Rooms.require(entities, visit.room());
            Optional<VisitEntity> known = locked(entities, room, visit.connection());
            VisitEntity row = known.orElseGet(() -> VisitEntity.of(room, visit));
            Visit before = known.map(VisitEntity::toVisit).orElse(null);
            Visit after = before == null ? visit : before.merge(visit);
            row.take(after);
            if (before == null) {
                entities.persist(row);
            }
            entities.flush();
            entities.detach(row);
            return new Merged(before, after);
        });
    }

    @Override
    public void seen(ProviderName provider, Collection<ConnectionId> connections, Instant at) {
        if (connections.isEmpty()) {
            return;
        }
        transaction.run(entities -> entities.createQuery("""
                        update ConveneVisit set seenAt = :at
                        where connection in :connections and seenAt < :at
                          and room.id in (select r.id from ConveneRoom r where r.provider = :provider)""")
                .setParameter("at", at)
                .setParameter(
                        "connections",
                        connections.stream().map(ConnectionId::value).toList())
                .setParameter("provider", provider.value())
                .executeUpdate());
    }

    @Override
    public List<NumberedVisit> of(MeetingLink link) {
        return transaction.call(entities -> entities.createQuery("""
                        select v from ConveneVisit v join fetch v.room r join ConveneMeeting m on m.id = r.meeting
                        where m.link = :link order by v.id""", VisitEntity.class)
                .setParameter("link", link.value())
                .getResultStream()
                .peek(entities::detach)
                .map(VisitEntity::numbered)
                .toList());
    }

    @Override
    public List<Visit> open(ProviderName provider, int limit) {
        return transaction.call(entities -> entities.createQuery("""
                        select v from ConveneVisit v join fetch v.room r join ConveneMeeting m on m.id = r.meeting
                        where v.leftAt is null and r.provider = :provider and m.endedAt is null
                          and v.connection not like 'adopted:%'
                        order by v.seenAt""", VisitEntity.class)
                .setParameter("provider", provider.value())
                .setMaxResults(limit)
                .getResultStream()
                .peek(entities::detach)
                .map(VisitEntity::toVisit)
                .toList());
    }

    private static Optional<VisitEntity> locked(EntityManager entities, RoomEntity room, ConnectionId connection) {
        return entities.createQuery(
                        "from ConveneVisit where room = :room and connection = :connection", VisitEntity.class)
                .setParameter("room", room)
                .setParameter("connection", connection.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
