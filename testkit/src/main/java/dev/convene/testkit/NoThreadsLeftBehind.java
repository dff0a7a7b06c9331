package dev.convene.testkit;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails a test class that leaves threads behind. Put {@code @ExtendWith(NoThreadsLeftBehind.class)} on each class that opens
 * sockets or pools; what the class closes in {@code @AfterAll} is closed before this looks.
 */
public final class NoThreadsLeftBehind implements BeforeAllCallback, AfterAllCallback {

    /** Threads of the JVM, of JUnit and of Surefire, which come when they like and stay. */
    private static final List<String> STAYING = List.of(
            "Attach Listener",
            "Cleaner-",
            "Common-Cleaner",
            "ForkJoinPool.commonPool-",
            "JNA Cleaner",
            "Keep-Alive-",
            "VirtualThread-",
            "junit-",
            "process reaper",
            "surefire-");

    private final Duration patience;

    /** Gives threads five seconds to end. */
    public NoThreadsLeftBehind() {
        this(Duration.ofSeconds(5));
    }

    NoThreadsLeftBehind(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(Namespace.create(NoThreadsLeftBehind.class)).put(context.getUniqueId(), running());
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        Set<?> before = context.getStore(Namespace.create(NoThreadsLeftBehind.class))
                .getOrDefault(context.getUniqueId(), Set.class, Set.of());
        var left = new HashSet<>(running());
        left.removeAll(before);
        left.removeIf(thread -> STAYING.stream().anyMatch(thread.getName()::startsWith));
        awaitEnd(left);
        left.removeIf(thread -> !thread.isAlive());
        if (!left.isEmpty()) {
            throw new AssertionError("Threads left behind:\n"
                    + left.stream().map(NoThreadsLeftBehind::describe).collect(Collectors.joining("\n")));
        }
    }

    private void awaitEnd(Set<Thread> threads) throws InterruptedException {
        long limit = System.nanoTime() + patience.toNanos();
        for (Thread thread : threads) {
            // a time that is over still tells whether the thread is
            thread.join(Duration.ofNanos(limit - System.nanoTime()));
        }
    }

    private static Set<Thread> running() {
        return Thread.getAllStackTraces().keySet();
    }

    private static String describe(Thread thread) {
        return thread.getName() + " at "
                + List.of(thread.getStackTrace()).stream()
                        .limit(3)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(", "));
    }
}
