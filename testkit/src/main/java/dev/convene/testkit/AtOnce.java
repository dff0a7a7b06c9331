package dev.convene.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Many threads that do something at the same moment. */
public final class AtOnce {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private AtOnce() {}

    /**
     * Calls {@code task} with 0 to {@code threads} - 1, each on a thread of its own, all released together.
     *
     * @return what each returned, by number
     * @throws AssertionError if one threw, or did not end in a minute
     */
    public static <T> List<T> run(int threads, IntFunction<T> task) {
        var start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                running.add(pool.submit(() -> {
                    start.await();
                    return task.apply(number);
                }));
            }
            start.countDown();
            return resultsOf(running);
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> List<T> resultsOf(List<Future<T>> running) {
        long limit = System.nanoTime() + LIMIT.toNanos();
        var results = new ArrayList<T>();
        for (Future<T> it : running) {
            try {
                results.add(it.get(limit - System.nanoTime(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException e) {
                throw new AssertionError("One of " + running.size() + " at once failed", e.getCause());
            } catch (TimeoutException e) {
                throw new AssertionError("One of " + running.size() + " at once did not end", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted", e);
            }
        }
        return results;
    }
}
