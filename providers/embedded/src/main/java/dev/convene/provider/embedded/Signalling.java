package dev.convene.provider.embedded;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All sessions of this process, and what happens to them by time. Thread-safe. */
final class Signalling {

    private static final Logger LOG = System.getLogger(Signalling.class.getName());
    private static final Duration CHECK_EVERY = Duration.ofSeconds(5);
    private static final Duration BEAT_EVERY = Duration.ofSeconds(15);
    private static final Duration GOODBYE_WITHIN = Duration.ofSeconds(2);

    private final SignalDesk desk;
    private final int maxConnections;
    private final Set<SignalSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private @Nullable ScheduledExecutorService timer;

    Signalling(SignalDesk desk, int maxConnections) {
        this.desk = desk;
        this.maxConnections = maxConnections;
    }

    SignalSession open(Line line) {
        var session = new SignalSession(line, desk);
        sessions.add(session);
        if (sessions.size() > maxConnections) {
            session.refuse(Refusal.closing(ErrorCode.UNAVAILABLE, "Too many connections, try again later"));
        }
        if (stopping) {
            session.goAway();
        }
        return session;
    }

    void closed(SignalSession session, boolean cleanly) {
        session.closed(cleanly);
        synchronized (sessions) {
            sessions.remove(session);
            sessions.notifyAll();
        }
    }

    synchronized void start() {
        stopping = false;
        desk.attendance().start();
        // two threads: a slow store holds up the beat, but not the check
        timer = Executors.newScheduledThreadPool(
                2, Thread.ofVirtual().name("convene-signal-", 0).factory());
        every(timer, CHECK_EVERY, this::check);
        every(timer, BEAT_EVERY, this::beat);
    }

    /** Sends everybody off, gives the goodbyes a moment to get out, and stores who left. */
    synchronized void stop() {
        stopping = true;
        if (timer != null) {
            timer.shutdown();
            timer = null;
        }
        desk.rooms().goAway();
        sessions.forEach(SignalSession::goAway);
        awaitGoodbyes();
        desk.attendance().stop();
    }

    synchronized boolean isRunning() {
        return timer != null;
    }

    void check() {
        sessions.forEach(SignalSession::check);
    }

    void beat() {
        desk.attendance().beat(desk.rooms().connections());
    }

    private void awaitGoodbyes() {
        long until = System.nanoTime() + GOODBYE_WITHIN.toNanos();
        synchronized (sessions) {
            try {
                while (!sessions.isEmpty() && System.nanoTime() < until) {
                    TimeUnit.NANOSECONDS.timedWait(sessions, until - System.nanoTime());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void every(ScheduledExecutorService timer, Duration period, Runnable task) {
        Runnable guarded = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                // thrown on, it would end the repetition
                LOG.log(Level.ERROR, "A repeated task failed", e);
            }
        };
        timer.scheduleAtFixedRate(guarded, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }
}
