package dev.convene.store.jpa;

import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A room that a meeting has or had, as a row of {@code convene_room}. */
@Entity(name = "ConveneRoom")
@Table(name = "convene_room")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class RoomEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "meeting_id")
    Long meeting;

    String provider;

    String room;

    static RoomEntity of(MeetingEntity meeting, Room room) {
        var row = new RoomEntity();
        row.meeting = Objects.requireNonNull(meeting.id, "not kept yet");
        row.provider = room.provider().value();
        row.room = room.id().value();
        return row;
    }

    Room toRoom() {
        return new Room(new ProviderName(provider), new RoomId(room));
    }
}
