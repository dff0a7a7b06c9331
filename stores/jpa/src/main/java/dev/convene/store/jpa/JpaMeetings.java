package dev.convene.store.jpa;

import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingPage;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.meeting.MeetingQuery;
import dev.convene.core.meeting.Meetings;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Meetings in {@code convene_meeting}, their rooms in {@code convene_room}. */
final class JpaMeetings implements Meetings {

    private final JpaTransaction transaction;

    JpaMeetings(JpaTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Meeting meeting) {
        transaction.run(entities -> {
            boolean linkTaken =
                    !byLink(entities, meeting.link()).getResultList().isEmpty();
            if (linkTaken || (meeting.hasRoom() && Rooms.isKnown(entities, meeting.room()))) {
                throw new IllegalStateException("The link or the room of a new meeting is taken");
            }
            var row = MeetingEntity.of(meeting);
            entities.persist(row);
            keepRoom(entities, row, meeting);
            entities.flush();
            entities.detach(row);
        });
    }

    @Override
    public Optional<Meeting> find(TenantId tenant, MeetingLink link) {
        return findByLink(link).filter(it -> it.tenant().equals(tenant));
    }

    @Override
    public Optional<Meeting> findByLink(MeetingLink link) {
        return found(entities -> byLink(entities, link)).stream().findFirst();
    }

    @Override
    public Optional<Meeting> findByRoom(ProviderName provider, RoomId room) {
        return found(entities -> entities.createQuery(
                                "from ConveneMeeting where provider = :provider and room = :room", MeetingEntity.class)
                        .setParameter("provider", provider.value())
                        .setParameter("room", room.value()))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Meeting> meetingOf(Room room) {
        return found(entities -> entities.createQuery("""
                                select m from ConveneMeeting m join ConveneRoom r on r.meeting = m.id
                                where r.provider = :provider and r.room = :room""", MeetingEntity.class)
                        .setParameter("provider", room.provider().value())
                        .setParameter("room", room.id().value()))
                .stream()
                .findFirst();
    }

    @Override
    public Meeting change(TenantId tenant, MeetingLink link, UnaryOperator<Meeting> change) {
        return transaction.call(entities -> {
            MeetingEntity row = byLink(entities, link)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultStream()
                    .filter(it -> it.tenant.equals(tenant.value()))
                    .findFirst()
                    .orElseThrow(() -> new Unknown(link));
            try {
                return changed(entities, row, change);
            } finally {
                entities.detach(row);
            }
        });
    }

    @Override
    public MeetingPage list(TenantId tenant, MeetingQuery query) {
        var selection = MeetingSelection.of(tenant, query);
        return MeetingPage.of(found(selection::in), query.limit());
    }

    @Override
    public List<Meeting> overdue(Instant now, int limit) {
        return found(entities -> entities.createQuery(
                        "from ConveneMeeting where endedAt is null and endsAt <= :now order by endsAt",
                        MeetingEntity.class)
                .setParameter("now", now)
                .setMaxResults(limit));
    }

    @Override
    public List<Meeting> toClose(Instant now, int limit) {
        return found(entities -> entities.createQuery("""
                        from ConveneMeeting where roomClosedAt is null and closeAfter <= :now and endedAt is not null
                        order by closeAfter""", MeetingEntity.class)
                .setParameter("now", now)
                .setMaxResults(limit));
    }

    @Override
    public void roomClosed(Room room, Instant at) {
        note("roomClosedAt = :at", room, at);
    }

    @Override
    public void roomNotClosed(Room room, Instant again) {
        note("roomClosedAt = null, closeAfter = :at", room, again);
    }

    private void note(String what, Room room, Instant at) {
        transaction.run(entities -> entities.createQuery(
                        "update ConveneMeeting set " + what + " where provider = :provider and room = :room")
                .setParameter("at", at)
                .setParameter("provider", room.provider().value())
                .setParameter("room", room.id().value())
                .executeUpdate());
    }

    private static Meeting changed(EntityManager entities, MeetingEntity row, UnaryOperator<Meeting> change) {
        Meeting before = row.toMeeting();
        Meeting after = change.apply(before);
        if (after.equals(before)) {
            return before;
        }
        row.take(after);
        boolean moved = !Objects.equals(before.roomId(), after.roomId())
                || !before.provider().equals(after.provider());
        if (moved) {
            row.roomClosedAt = null;
            keepRoom(entities, row, after);
        }
        entities.flush();
        return after;
    }

    private static void keepRoom(EntityManager entities, MeetingEntity row, Meeting meeting) {
        if (meeting.hasRoom()) {
            entities.persist(RoomEntity.of(row, meeting.room()));
        }
    }

    private List<Meeting> found(Function<EntityManager, TypedQuery<MeetingEntity>> query) {
        return transaction.call(entities -> query.apply(entities).getResultList().stream()
                .map(row -> {
                    entities.detach(row);
                    return row.toMeeting();
                })
                .toList());
    }

    private static TypedQuery<MeetingEntity> byLink(EntityManager entities, MeetingLink link) {
        return entities.createQuery("from ConveneMeeting where link = :link", MeetingEntity.class)
                .setParameter("link", link.value());
    }
}
