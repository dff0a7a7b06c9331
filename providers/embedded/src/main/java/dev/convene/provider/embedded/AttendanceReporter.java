package dev.convene.provider.embedded;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvents;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells core who came and went. A join and an end are stored before anything follows from them; a leave is a fact that
 * nobody can refuse, so it is stored in the background and tried again until it is.
 *
 * <p>Leaves that wait are only in memory. That loses no attendance: a visit whose leave was lost with this process is
 * closed by core's reconciler, at the last sign of life that {@link #beat} gave it.
 */
final class AttendanceReporter {

    private static final Logger LOG = System.getLogger(AttendanceReporter.class.getName());
    private static final int MAX_WAITING = 10_000;
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(30);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final ProviderEvents events;
    private final Clock clock;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile ScheduledThreadPoolExecutor background = newBackground();

    AttendanceReporter(ProviderEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void joined(Peer peer) {
        store(new Joined(
                peer.id() + ":joined",
                peer.room(),
                clock.instant(),
                peer.id(),
                peer.claims().participant()));
    }

    void ended(Peer by) {
        store(new EndedByModerator(by.id() + ":ended", by.room(), clock.instant(), by.identity()));
    }

    /** Does not wait. */
    void left(Peer peer) {
        var left = new Left(
                peer.id() + ":left",
                peer.room(),
                clock.instant(),
                peer.id(),
                peer.claims().participant());
        if (waiting.incrementAndGet() > MAX_WAITING) {
            waiting.decrementAndGet();
            LOG.log(
                    Level.WARNING,
                    () -> "Too many leaves wait to be stored: that of " + left.connection() + " is dropped");
            return;
        }
        schedule(left, Duration.ZERO, FIRST_RETRY);
    }

    /** Tells that these connections live; a failure is made good by the next beat. */
    void beat(Set<ConnectionId> connections) {
        try {
            events.stillConnected(EmbeddedProvider.NAME, connections, clock.instant());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Signs of life could not be stored", e);
        }
    }

    /** Begins again after a {@link #stop}; the first time there is nothing to do. */
    void start() {
        if (background.isShutdown()) {
            background = newBackground();
        }
    }

    /** Stores what waits and can be stored in a short time. */
    void stop() {
        ScheduledThreadPoolExecutor stopping = background;
        stopping.shutdown();
        try {
            // never interrupted: an interrupt in the middle of an I/O operation closes an H2 database
            if (!stopping.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "The store did not take the last leaves in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void store(ProviderEvent event) {
        events.report(EmbeddedProvider.NAME, List.of(event));
    }

    private void schedule(Left left, Duration delay, Duration nextDelay) {
        try {
            background.schedule(() -> tryToStore(left, nextDelay), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            waiting.decrementAndGet();
            LOG.log(
                    Level.INFO,
                    () -> "The leave of " + left.connection() + " came after the stop and is left to the reconciler");
        }
    }

    private void tryToStore(Left left, Duration nextDelay) {
        try {
            store(left);
            waiting.decrementAndGet();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, () -> "The leave of " + left.connection() + " is not stored yet: " + e);
            Duration doubled = nextDelay.multipliedBy(2);
            schedule(left, nextDelay, doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY);
        }
    }

    private static ScheduledThreadPoolExecutor newBackground() {
        var executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofVirtual().name("convene-attendance-", 0).factory());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }
}
