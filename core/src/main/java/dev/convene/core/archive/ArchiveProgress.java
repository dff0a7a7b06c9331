package dev.convene.core.archive;

import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How far an archive is, as far as was reported. {@link #merge} is commutative, associative and idempotent, so the order
 * and the repetition of reports do not matter: every part of it is the greatest, or the earliest, of what was told.
 *
 * @param status the latest in the order of life
 * @param startedAt the earliest told; null while none is
 * @param duration the longest told: a recording only grows
 * @param sizeBytes the largest told: files only come to it
 * @param reason the one told with the latest status
 * @param changedAt the latest moment anything was told of it, by the provider's clock
 */
public record ArchiveProgress(
        ArchiveStatus status,
        @Nullable Instant startedAt,
        @Nullable Duration duration,
        @Nullable Long sizeBytes,
        @Nullable Reason reason,
        Instant changedAt) {

    /** Why it is in that status, for people. */
    public record Reason(ArchiveStatus of, String text) implements Comparable<Reason> {

        private static final Comparator<Reason> ORDER =
                Comparator.comparing(Reason::of).thenComparing(Reason::text);

        @Override
        public int compareTo(Reason other) {
            return ORDER.compare(this, other);
        }
    }

    static ArchiveProgress of(ArchiveReport report, Instant at) {
        return of(report.status(), report.facts(), at);
    }

    static ArchiveProgress of(ArchiveStatus status, Facts facts, Instant at) {
        Reason reason = facts.reason() == null ? null : new Reason(status, facts.reason());
        return new ArchiveProgress(status, facts.startedAt(), facts.duration(), facts.sizeBytes(), reason, at);
    }

    /** What both know together. */
    public ArchiveProgress merge(ArchiveProgress other) {
        return new ArchiveProgress(
                later(status, other.status),
                pick(startedAt, other.startedAt, (a, b) -> a.isBefore(b) ? a : b),
                pick(duration, other.duration, ArchiveProgress::later),
                pick(sizeBytes, other.sizeBytes, Math::max),
                pick(reason, other.reason, ArchiveProgress::later),
                later(changedAt, other.changedAt));
    }

    private static <T extends Comparable<? super T>> T later(T one, T other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static <T> @Nullable T pick(@Nullable T one, @Nullable T other, BinaryOperator<T> choice) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return choice.apply(one, other);
    }
}
