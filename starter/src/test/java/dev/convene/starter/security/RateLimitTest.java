package dev.convene.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.convene.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    private final SettableClock clock = new SettableClock();
    private final RateLimiter limiter = new RateLimiter("joins", RateLimit.valueOf("3/1m"), clock);

    @ParameterizedTest
    @ValueSource(strings = {"120/1m", " 120 / 60s ", "120/1 m"})
    void itIsWrittenAsRequestsPerTime(String text) {
        assertThat(RateLimit.valueOf(text)).isEqualTo(new RateLimit(120, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "120", "0/1m", "-1/1m", "1/0s", "1/1ms", "1/x", "1/1m/1m", "99999999999/1m"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.valueOf(text));
    }

    @Test
    void aClientMayAskSoManyTimesAtOnceAndThenWaits() {
        assertThat(limiter.count("a").allowed()).isTrue();
        assertThat(limiter.count("a").allowed()).isTrue();
        assertThat(limiter.count("a").remaining()).isZero();

        var refused = limiter.count("a");
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.seconds()).isEqualTo(20);
        assertThat(limiter.count("b").allowed()).isTrue();
    }

    @Test
    void aShareOfTheTimeBringsOneBack() {
        for (int i = 0; i < 3; i++) {
            limiter.count("a");
        }
        clock.advance(Duration.ofSeconds(20).minusMillis(1));
        assertThat(limiter.count("a").allowed()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(limiter.count("a").allowed()).isTrue();
        assertThat(limiter.count("a").allowed()).isFalse();
    }

    @Test
    void theFieldsSayHowItStands() {
        var standing = limiter.count("a");

        assertThat(standing.policyField()).isEqualTo("\"joins\";q=3;w=60");
        assertThat(standing.limitField()).isEqualTo("\"joins\";r=2;t=20");
    }
}
