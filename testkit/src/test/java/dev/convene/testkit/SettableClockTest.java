package dev.convene.testkit;

import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    private final SettableClock clock = new SettableClock();

    @Test
    void itStandsStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(NOON);

        assertThat(clock.advance(Duration.ofNanos(1))).isEqualTo(NOON.plusNanos(1));
        clock.set(NOON.minusSeconds(1));

        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(1));
    }

    @Test
    void inAnotherZoneItIsTheSameClock() {
        Clock elsewhere = clock.withZone(ZoneOffset.ofHours(2));

        clock.advance(Duration.ofHours(1));

        assertThat(LocalTime.now(elsewhere)).isEqualTo(LocalTime.of(15, 0));
    }

    @Test
    void manyThreadsMayMoveIt() {
        AtOnce.run(64, i -> clock.advance(Duration.ofSeconds(1)));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(64));
    }
}
