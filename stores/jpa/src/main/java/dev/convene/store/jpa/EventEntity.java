package dev.convene.store.jpa;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvent.RoomClosed;
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
import org.jspecify.annotations.Nullable;

/** A report of a provider as a row of {@code convene_event}. */
@Entity(name = "ConveneEvent")
@Table(name = "convene_event")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class EventEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String provider;

    @Column(name = "event_id")
    String event;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "room_id")
    RoomEntity room;

    String kind;

    @Column(name = "connection_id")
    @Nullable
    String connection;

    @Nullable
    String person;

    @Column(name = "happened_at")
    Instant happenedAt;

    @Column(name = "received_at")
    Instant receivedAt;

    static EventEntity of(RoomEntity room, ProviderEvent event, Instant receivedAt) {
        var row = new EventEntity();
        row.provider = room.provider;
        row.event = event.id();
        row.room = room;
        row.happenedAt = event.at();
        row.receivedAt = receivedAt;
        switch (event) {
            case Joined it -> row.is("joined", it.connection(), it.participant());
            case Left it -> row.is("left", it.connection(), it.participant());
            case EndedByModerator it -> {
                row.kind = "ended";
                row.person = it.identity();
            }
            case RoomClosed it -> row.kind = "room-closed";
            case ArchiveChanged it -> row.kind = "archive";
        }
        return row;
    }

    private void is(String itsKind, ConnectionId itsConnection, @Nullable Participant participant) {
        kind = itsKind;
        connection = itsConnection.value();
        person = participant == null ? null : participant.identity();
    }
}
