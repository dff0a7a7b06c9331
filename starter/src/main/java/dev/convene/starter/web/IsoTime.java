package dev.convene.starter.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Times on the wire: always milliseconds and {@code Z}, as JavaScript's {@code toISOString} writes them. */
final class IsoTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999Z");

    private IsoTime() {}

    static String format(Instant instant) {
        return FORMAT.format(instant);
    }

    static @Nullable String formatNullable(@Nullable Instant instant) {
        return instant == null ? null : format(instant);
    }

    /** A {@code date-time} of RFC 3339. */
    static Optional<Instant> strict(String text) {
        return parse(text, it -> OffsetDateTime.parse(it).toInstant());
    }

    /** A date-time, one without an offset or a date (both UTC), or milliseconds since the epoch. */
    static Optional<Instant> lenient(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return parse(value, it -> Instant.ofEpochMilli(((Number) it).longValue()));
        }
        return value instanceof String text
                ? Stream.<Function<String, Instant>>of(
                                it -> OffsetDateTime.parse(it).toInstant(),
                                it -> LocalDateTime.parse(it).toInstant(ZoneOffset.UTC),
                                it -> LocalDate.parse(it)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant())
                        .flatMap(form -> parse(text, form).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static <T> Optional<Instant> parse(T value, Function<T, Instant> form) {
        try {
            return Optional.of(form.apply(value)).filter(it -> !it.isBefore(MIN) && !it.isAfter(MAX));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
