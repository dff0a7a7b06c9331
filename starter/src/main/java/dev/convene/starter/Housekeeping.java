package dev.convene.starter;

import dev.convene.core.archive.ArchiveReconciler;
import dev.convene.core.attendance.AttendanceReconciler;
import dev.convene.core.meeting.MeetingSweeper;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Runs what has to happen without anybody asking. What fails is tried again on the next turn. */
class Housekeeping implements SmartLifecycle {

    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration RECONCILE = Duration.ofSeconds(30);
    private static final int LONGEST_TURN_SECONDS = 10;

    private final MeetingSweeper sweeper;
    private final AttendanceReconciler attendance;
    private final ArchiveReconciler archives;
    private @Nullable ThreadPoolTaskScheduler scheduler;

    Housekeeping(MeetingSweeper sweeper, AttendanceReconciler attendance, ArchiveReconciler archives) {
        this.sweeper = sweeper;
        this.attendance = attendance;
        this.archives = archives;
    }

    @Override
    public synchronized void start() {
        scheduler = scheduler();
        scheduler.scheduleWithFixedDelay(sweeper::sweep, SWEEP);
        scheduler.scheduleWithFixedDelay(attendance::reconcile, RECONCILE);
        scheduler.scheduleWithFixedDelay(archives::reconcile, RECONCILE);
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

    private static ThreadPoolTaskScheduler scheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("convene-housekeeping-");
        // one for each, so that a slow one does not hold up the others
        scheduler.setPoolSize(3);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(LONGEST_TURN_SECONDS);
        scheduler.initialize();
        return scheduler;
    }
}
