package dev.convene.core.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What has to happen without anybody asking: meetings end at their planned end, and rooms that could not be closed are.
 * Every step may be repeated, and run by several nodes at once.
 */
public final class MeetingSweeper {

    /** How long an idempotency key is remembered. */
    public static final Duration KEY_LIFE = Duration.ofHours(24);

    /** How long a room that could not be closed waits for the next try, at least and at most. */
    public static final Duration CLOSE_AGAIN_MIN = Duration.ofSeconds(2);

    public static final Duration CLOSE_AGAIN_MAX = Duration.ofHours(1);

    private static final int BATCH = 100;

    private final Meetings meetings;
    private final IdempotencyKeys keys;
    private final RoomCloser closer;
    private final Clock clock;

    public MeetingSweeper(MeetingStores stores, Providers providers, Clock clock) {
        this.meetings = stores.meetings();
        this.keys = stores.idempotencyKeys();
        this.closer = new RoomCloser(meetings, providers, clock);
        this.clock = clock;
    }

    public void sweep() {
        meetings.overdue(clock.instant(), BATCH).forEach(this::endAsPlanned);
        meetings.toClose(clock.instant(), BATCH).forEach(this::close);
        keys.forgetBefore(clock.instant().minus(KEY_LIFE));
    }

    private void close(Meeting ended) {
        if (!closer.close(ended.room())) {
            Instant now = clock.instant();
            meetings.roomNotClosed(ended.room(), now.plus(untilNextTry(ended, now)));
        }
    }

    /** As long again as it has been tried: the time between two tries doubles, and no count is kept. */
    private static Duration untilNextTry(Meeting ended, Instant now) {
        Duration tried = Duration.between(Objects.requireNonNull(ended.history().endedAt()), now);
        return Collections.min(List.of(CLOSE_AGAIN_MAX, Collections.max(List.of(CLOSE_AGAIN_MIN, tried))));
    }

    private void endAsPlanned(Meeting overdue) {
        meetings.change(overdue.tenant(), overdue.link(), this::endIfStillOverdue);
    }

    /** It may have been ended or given more time since it was found overdue. */
    private Meeting endIfStillOverdue(Meeting meeting) {
        Instant end = meeting.endedBy(clock.instant());
        return end == null || meeting.state() == Meeting.State.ENDED ? meeting : meeting.end(new Stamp(null, end));
    }
}
