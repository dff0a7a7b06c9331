package dev.convene.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final TestTime time = new TestTime();
    private final TokenBucket bucket = new TokenBucket(2, 10, time.moments().nanoTime());

    @Test
    void aBurstIsLetThroughAndNoMore() {
        for (int i = 0; i < 10; i++) {
            assertThat(bucket.take(1)).isTrue();
        }

        assertThat(bucket.take(1)).isFalse();
    }

    @Test
    void itFillsUpWithTimeToTheBurstAndNoFurther() {
        bucket.take(10);

        time.advance(Duration.ofMillis(499));
        assertThat(bucket.take(1)).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(bucket.take(1)).isTrue();

        time.advance(Duration.ofHours(1));
        assertThat(bucket.take(11)).isFalse();
        assertThat(bucket.take(10)).isTrue();
    }
}
