package dev.convene.starter.security;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reads the revoked tokens again and again, from before the first request to after the last. */
final class RevocationReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationReader.class);
    private static final Duration EVERY = Revocations.FRESH.dividedBy(2);
    private static final Duration LONGEST_READING = Duration.ofSeconds(10);

    private final Revocations revocations;
    private @Nullable ScheduledExecutorService timer;

    RevocationReader(Revocations revocations) {
        this.revocations = revocations;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("convene-revocations-", 0).factory());
        timer.scheduleWithFixedDelay(revocations::read, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for a reading that is under way; to interrupt it could close the file database. */
    @Override
    public synchronized void stop() {
        if (timer == null) {
            return;
        }
        timer.shutdown();
        try {
            if (!timer.awaitTermination(LONGEST_READING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The revoked tokens are still being read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        timer = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** Before the web server starts and after it stops, whose phase is higher. */
    @Override
    public int getPhase() {
        return 0;
    }
}
