package dev.convene.provider.embedded;

import dev.convene.core.provider.RoomId;
import java.util.LinkedHashSet;
import java.util.Set;

/** The last so many ids that were added. Thread-safe. */
final class RecentIds {

    private final Set<RoomId> ids = new LinkedHashSet<>();
    private final int capacity;

    RecentIds(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(RoomId id) {
        ids.remove(id);
        ids.add(id);
        if (ids.size() > capacity) {
            ids.remove(ids.iterator().next());
        }
    }

    synchronized boolean contains(RoomId id) {
        return ids.contains(id);
    }
}
