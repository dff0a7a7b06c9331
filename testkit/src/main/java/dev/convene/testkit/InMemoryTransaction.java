package dev.convene.testkit;

import dev.convene.core.store.Transaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One lock for all in-memory stores, and a log of how to undo what was written since the transaction began. */
final class InMemoryTransaction implements Transaction {

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean active;

    @Override
    public void inOne(Runnable work) {
        alone(() -> {
                    if (active) {
                        // part of the one around it
                        work.run();
                        return List.<Runnable>of();
                    }
                    runOrUndo(work);
                    var committed = List.copyOf(waiting);
                    waiting.clear();
                    return committed;
                })
                .forEach(Runnable::run);
    }

    @Override
    public void afterCommit(Runnable work) {
        boolean waits = alone(() -> active && waiting.add(work));
        if (!waits) {
            work.run();
        }
    }

    /** Reads or writes while nobody else does. */
    <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    <K, V> void put(Map<K, V> map, K key, V value) {
        V before = map.put(key, value);
        if (active) {
            undo.push(before == null ? () -> map.remove(key) : () -> map.put(key, before));
        }
    }

    <K, V> void remove(Map<K, V> map, K key) {
        V before = map.remove(key);
        if (active && before != null) {
            undo.push(() -> map.put(key, before));
        }
    }

    private void runOrUndo(Runnable work) {
        active = true;
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            active = false;
            if (!done) {
                undo.forEach(Runnable::run);
                waiting.clear();
            }
            undo.clear();
        }
    }
}
