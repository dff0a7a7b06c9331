package dev.convene.provider.embedded;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.Rooms;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The side of core: rooms are open until they are ended, and what is reported is kept, unless the store is down. */
final class RecordedCore implements Rooms, ProviderEvents {

    private final Set<RoomId> ended = ConcurrentHashMap.newKeySet();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    private final List<ProviderEvent> events = new CopyOnWriteArrayList<>();
    private final List<Set<ConnectionId>> beats = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Consumer<ProviderEvent> onReport = event -> {};

    @Override
    public boolean isOpen(ProviderName provider, RoomId room) {
        return !ended.contains(room);
    }

    @Override
    public void remove(ProviderName provider, RoomId room, String identity) {
        failIfTold();
        removed.add(room + " " + identity);
    }

    @Override
    public boolean isRemoved(ProviderName provider, RoomId room, String identity) {
        return removed.contains(room + " " + identity);
    }

    @Override
    public void report(ProviderName provider, List<ProviderEvent> reported) {
        failIfTold();
        reported.forEach(onReport);
        synchronized (events) {
            events.addAll(reported);
            events.notifyAll();
        }
    }

    @Override
    public void stillConnected(ProviderName provider, Set<ConnectionId> connections, Instant at) {
        beats.add(connections);
    }

    void end(RoomId room) {
        ended.add(room);
    }

    private void failIfTold() {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("The store is down");
        }
    }

    /** The next so many reports and removals are not taken. */
    void failNext(int reports) {
        failures.set(reports);
    }

    /** What happens while an event is being stored. */
    void onReport(Consumer<ProviderEvent> action) {
        onReport = action;
    }

    List<ProviderEvent> events() {
        return List.copyOf(events);
    }

    <T extends ProviderEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Waits until so many of that kind and room are stored. */
    void await(Class<? extends ProviderEvent> kind, RoomId room, int count) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        synchronized (events) {
            while (events(kind).stream().filter(it -> it.room().equals(room)).count() < count) {
                if (System.nanoTime() > until) {
                    throw new AssertionError(count + " " + kind.getSimpleName() + " expected in " + events);
                }
                TimeUnit.MILLISECONDS.timedWait(events, 100);
            }
        }
    }

    List<Set<ConnectionId>> beats() {
        return List.copyOf(beats);
    }
}
