package dev.convene.starter;

import dev.convene.core.attendance.AttendanceReconciler;
import dev.convene.core.meeting.MeetingSweeper;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** Runs what has to happen without anybody asking. What fails is tried again on the next turn. */
class Housekeeping implements SmartLifecycle {

    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration RECONCILE = Duration.ofSeconds(30);

    private final MeetingSweeper sweeper;
    private final AttendanceReconciler reconciler;
    private volatile SimpleAsyncTaskScheduler scheduler = scheduler();
    private volatile boolean running;

    Housekeeping(MeetingSweeper sweeper, AttendanceReconciler reconciler) {
        this.sweeper = sweeper;
        this.reconciler = reconciler;
    }

    @Override
    public void start() {
        scheduler = scheduler();
        scheduler.scheduleWithFixedDelay(sweeper::sweep, SWEEP);
        scheduler.scheduleWithFixedDelay(reconciler::reconcile, RECONCILE);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static SimpleAsyncTaskScheduler scheduler() {
        var scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("convene-housekeeping-");
        return scheduler;
    }
}
