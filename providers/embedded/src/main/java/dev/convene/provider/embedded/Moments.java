package dev.convene.provider.embedded;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What time it is, and how much has passed.
 *
 * @param clock for what is stored and shown
 * @param nanoTime for waiting times, so that a clock that is set drops nobody ({@link System#nanoTime})
 */
record Moments(Clock clock, LongSupplier nanoTime) {

    static Moments of(Clock clock) {
        return new Moments(clock, System::nanoTime);
    }
}
