package dev.convene.store.jpa;

import dev.convene.core.attendance.Visit;
import dev.convene.core.attendance.Visits.NumberedVisit;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A visit as a row of {@code convene_visit}, both ways. */
@Entity(name = "ConveneVisit")
@Table(name = "convene_visit")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class VisitEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "room_id")
    RoomEntity room;

    @Column(name = "connection_id")
    String connection;

    @Nullable
    String person;

    @Nullable
    String name;

    @Column(name = "joined_at")
    @Nullable
    Instant joinedAt;

    @Column(name = "left_at")
    @Nullable
    Instant leftAt;

    @Column(name = "seen_at")
    Instant seenAt;

    static VisitEntity of(RoomEntity room, Visit visit) {
        var row = new VisitEntity();
        row.room = room;
        row.connection = visit.connection().value();
        row.take(visit);
        return row;
    }

    void take(Visit visit) {
        Participant participant = visit.participant();
        person = participant == null ? null : participant.identity();
        name = participant == null ? null : participant.name();
        joinedAt = visit.joinedAt();
        leftAt = visit.leftAt();
        seenAt = visit.seenAt();
    }

    Visit toVisit() {
        return new Visit(room.toRoom(), new ConnectionId(connection), participant(), joinedAt, leftAt, seenAt);
    }

    NumberedVisit numbered() {
        return new NumberedVisit(Objects.requireNonNull(id), toVisit());
    }

    private @Nullable Participant participant() {
        return person == null ? null : new Participant(person, Objects.requireNonNullElse(name, person));
    }
}
