package dev.convene.core.attendance;

import dev.convene.core.attendance.Visits.NumberedVisit;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One person's presence in a meeting.
 *
 * @param number of their first visit known, by which a client may tell people apart
 * @param visits by start
 */
public record PersonAttendance(long number, Participant participant, List<Stay> visits, Instant modifiedAt) {

    private static final Comparator<Visit> BY_START = Comparator.comparing(Visit::start)
            .thenComparing(it -> it.connection().value());

    /**
     * One visit as a report shows it.
     *
     * @param leftAt null while it goes on
     */
    public record Stay(
            ConnectionId connection,
            Instant joinedAt,
            @Nullable Instant leftAt) {}

    static PersonAttendance of(List<NumberedVisit> visits, @Nullable Instant meetingEndedAt) {
        List<Visit> byStart =
                visits.stream().map(NumberedVisit::visit).sorted(BY_START).toList();
        return new PersonAttendance(
                visits.stream().mapToLong(NumberedVisit::number).min().orElseThrow(),
                Objects.requireNonNull(byStart.getFirst().participant()),
                byStart.stream()
                        .map(it -> new Stay(it.connection(), it.start(), it.end(meetingEndedAt)))
                        .toList(),
                byStart.stream()
                        .map(Visit::seenAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    public boolean present() {
        return visits.stream().anyMatch(it -> it.leftAt() == null);
    }

    public Instant firstJoin() {
        return visits.getFirst().joinedAt();
    }

    /** Null while the person is present. */
    public @Nullable Instant lastLeave() {
        if (present()) {
            return null;
        }
        return visits.stream()
                .map(Stay::leftAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** How long the person was there until {@code now}; two tabs at once count once. */
    public Duration presence(Instant now) {
        Duration sum = Duration.ZERO;
        Instant counted = Instant.MIN;
        for (Stay stay : visits) {
            Instant from = stay.joinedAt().isAfter(counted) ? stay.joinedAt() : counted;
            Instant to = Objects.requireNonNullElse(stay.leftAt(), now);
            if (to.isAfter(from)) {
                sum = sum.plus(Duration.between(from, to));
                counted = to;
            }
        }
        return sum;
    }
}
