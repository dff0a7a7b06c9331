package dev.convene.provider.livekit;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** {@code Retry-After}, in seconds or as a date (RFC 9110, 10.2.3). */
record RetryAfter(Clock clock) {

    /** When nothing of use is said. */
    static final Duration USUAL = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofHours(1);

    Duration of(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .flatMap(this::read)
                .filter(Duration::isPositive)
                .map(it -> it.compareTo(LONGEST) > 0 ? LONGEST : it)
                .orElse(USUAL);
    }

    private Optional<Duration> read(String text) {
        try {
            return Optional.of(
                    text.matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.between(
                                    clock.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
