package dev.convene.core.attendance;

import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One connection of one person, as far as it was reported. {@link #merge} is commutative, associative and idempotent, so
 * the order and the repetition of reports do not matter.
 *
 * @param participant as the earliest join names them, else as a leave does; null while only a nameless leave is known
 * @param joinedAt the earliest reported join; null while none is
 * @param leftAt the latest reported leave; null while none is
 * @param seenAt the latest moment anything was heard of it
 */
public record Visit(
        Room room,
        ConnectionId connection,
        @Nullable Participant participant,
        @Nullable Instant joinedAt,
        @Nullable Instant leftAt,
        Instant seenAt) {

    /** How connection ids of adopted visits begin: the predecessor keeps people, so that no provider knows a connection. */
    public static final String ADOPTED = "adopted:";

    private static final Comparator<Visit> BY_JOIN = Comparator.comparing(
                    Visit::joinedAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(it -> String.valueOf(it.participant));

    /** What both know together. */
    public Visit merge(Visit other) {
        if (!room.equals(other.room) || !connection.equals(other.connection)) {
            throw new IllegalArgumentException("Visits of two connections cannot be merged");
        }
        return new Visit(
                room,
                connection,
                participantOr(other),
                pick(joinedAt, other.joinedAt, (a, b) -> a.isBefore(b) ? a : b),
                pick(leftAt, other.leftAt, (a, b) -> a.isAfter(b) ? a : b),
                seenAt.isAfter(other.seenAt) ? seenAt : other.seenAt);
    }

    /** Whether it is from the predecessor's tables, and nobody will ever report its end. */
    public boolean isAdopted() {
        return connection.value().startsWith(ADOPTED);
    }

    /** When it began, as far as is known. */
    public Instant start() {
        return Objects.requireNonNullElse(joinedAt, Objects.requireNonNullElse(leftAt, seenAt));
    }

    /**
     * When it ended: as reported, else with the meeting, else null for it goes on.
     *
     * @param meetingEndedAt null while the meeting goes on
     */
    public @Nullable Instant end(@Nullable Instant meetingEndedAt) {
        Instant end = leftAt != null ? leftAt : meetingEndedAt;
        return end != null && end.isBefore(start()) ? start() : end;
    }

    /** A name may change during a connection: who the earliest join names, whichever report comes first. */
    private @Nullable Participant participantOr(Visit other) {
        if (participant == null || other.participant == null) {
            return participant == null ? other.participant : participant;
        }
        return BY_JOIN.compare(this, other) <= 0 ? participant : other.participant;
    }

    private static @Nullable Instant pick(
            @Nullable Instant one, @Nullable Instant other, BinaryOperator<Instant> choice) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return choice.apply(one, other);
    }
}
