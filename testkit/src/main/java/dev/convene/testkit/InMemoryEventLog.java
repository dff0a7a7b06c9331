package dev.convene.testkit;

import dev.convene.core.event.EventLog;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Events in a map. Thread-safe. */
final class InMemoryEventLog implements EventLog {

    private record Key(ProviderName provider, String id) {}

    private final InMemoryTransaction transaction;
    private final Map<Key, ProviderEvent> events = new HashMap<>();

    InMemoryEventLog(InMemoryTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public boolean addIfNew(ProviderName provider, ProviderEvent event, Instant receivedAt) {
        return transaction.alone(() -> {
            var key = new Key(provider, event.id());
            if (events.containsKey(key)) {
                return false;
            }
            transaction.put(events, key, event);
            return true;
        });
    }
}
