package dev.convene.starter;

import dev.convene.core.archive.ArchiveReconciler;
import dev.convene.core.attendance.AttendanceReconciler;
import dev.convene.core.meeting.MeetingSweeper;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.TransactionException;

/** Runs what has to happen without anybody asking. What fails is tried again on the next turn. */
class Housekeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration RECONCILE = Duration.ofSeconds(30);
    private static final int LONGEST_TURN_SECONDS = 10;

    private final List<Chore> chores;
    private @Nullable ThreadPoolTaskScheduler scheduler;

    Housekeeping(
            MeetingSweeper sweeper,
            AttendanceReconciler attendance,
            ArchiveReconciler archives,
            ObjectProvider<Chore> more) {
        chores = Stream.concat(
                        Stream.of(
                                new Chore(SWEEP, sweeper::sweep),
                                new Chore(RECONCILE, attendance::reconcile),
                                new Chore(RECONCILE, archives::reconcile)),
                        more.stream())
                .toList();
    }

    @Override
    public synchronized void start() {
        ThreadPoolTaskScheduler started = scheduler(chores.size());
        chores.forEach(it -> started.scheduleWithFixedDelay(it.work(), it.every()));
        scheduler = started;
    }

    /** Waits for a turn that is under way; to interrupt it could close the file database. */
    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.shutdown();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    private static ThreadPoolTaskScheduler scheduler(int chores) {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("convene-housekeeping-");
        // one for each, so that a slow one does not hold up the others
        scheduler.setPoolSize(chores);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(LONGEST_TURN_SECONDS);
        scheduler.setErrorHandler(Housekeeping::tell);
        scheduler.initialize();
        return scheduler;
    }

    /** While the database is away every turn fails: a line is enough. Everything else is a defect. */
    static void tell(Throwable failure) {
        if (failure instanceof DataAccessException || failure instanceof TransactionException) {
            LOG.warn("Housekeeping waits for the database: {}", failure.getMessage());
        } else {
            LOG.error("A turn of the housekeeping failed, the next comes soon", failure);
        }
    }
}
