package dev.convene.store.jpa;

import dev.convene.core.event.EventLog;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderName;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Events in {@code convene_event}. Of two that are new at once, one is tried again and finds the other. */
final class JpaEventLog implements EventLog {

    private final JpaTransaction transaction;

    JpaEventLog(JpaTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public boolean addIfNew(ProviderName provider, ProviderEvent event, Instant receivedAt) {
        return transaction.call(entities -> {
            if (isKept(entities, provider, event)) {
                return false;
            }
            RoomEntity room = Rooms.require(entities, new Room(provider, event.room()));
            entities.persist(EventEntity.of(room, event, receivedAt));
            return true;
        });
    }

    private static boolean isKept(EntityManager entities, ProviderName provider, ProviderEvent event) {
        return entities.createQuery(
                                "select count(*) from ConveneEvent where provider = :provider and event = :event",
                                Long.class)
                        .setParameter("provider", provider.value())
                        .setParameter("event", event.id())
                        .getSingleResult()
                > 0;
    }
}
