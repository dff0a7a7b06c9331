package dev.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoThreadsLeftBehindTest {

    private static final CountDownLatch END = new CountDownLatch(1);

    @Test
    void aThreadThatGoesOnFailsTheClass() {
        List<String> failures = TestRun.failuresOf(LeavesAThread.class);

        END.countDown();
        assertThat(failures).singleElement().asString().contains("Threads left behind", "forgotten-thread");
    }

    @Test
    void aThreadThatEndsDoesNot() {
        assertThat(TestRun.failuresOf(EndsItsThread.class)).isEmpty();
    }

    static class LeavesAThread {

        @RegisterExtension
        static final NoThreadsLeftBehind IMPATIENT = new NoThreadsLeftBehind(Duration.ofMillis(1));

        @Test
        void leavesOne() {
            Thread.ofPlatform().name("forgotten-thread").daemon().start(NoThreadsLeftBehindTest::awaitEnd);
        }
    }

    @ExtendWith(NoThreadsLeftBehind.class)
    static class EndsItsThread {
        @Test
        void endsIt() {
            Thread.ofPlatform().start(() -> {});
        }
    }

    private static void awaitEnd() {
        try {
            END.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
