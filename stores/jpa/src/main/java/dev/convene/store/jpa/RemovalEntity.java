package dev.convene.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whom a moderator put out, as a row of {@code convene_removal}. */
@Entity(name = "ConveneRemoval")
@Table(name = "convene_removal")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class RemovalEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "meeting_id")
    Long meeting;

    String person;

    @Column(name = "removed_at")
    Instant removedAt;

    static RemovalEntity of(RoomEntity room, String identity, Instant at) {
        var row = new RemovalEntity();
        row.meeting = room.meeting;
        row.person = identity;
        row.removedAt = at;
        return row;
    }
}
