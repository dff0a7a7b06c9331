package dev.convene.provider.embedded;

import dev.convene.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock and a stop watch that go together, when a test says so. */
final class TestTime {

    static final Instant NOON = SettableClock.NOON;

    private final SettableClock clock = new SettableClock();
    private final AtomicLong nanos = new AtomicLong();

    SettableClock clock() {
        return clock;
    }

    Moments moments() {
        return new Moments(clock, nanos::get);
    }

    Instant now() {
        return clock.instant();
    }

    void advance(Duration by) {
        clock.advance(by);
        nanos.addAndGet(by.toNanos());
    }
}
