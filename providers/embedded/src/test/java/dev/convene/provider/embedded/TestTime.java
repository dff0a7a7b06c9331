package dev.convene.provider.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock and a stop watch that a test sets. */
final class TestTime extends Clock {

    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private volatile Instant now = NOON;
    private volatile long nanos;

    Moments moments() {
        return new Moments(this, () -> nanos);
    }

    void advance(Duration by) {
        now = now.plus(by);
        nanos += by.toNanos();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
