package dev.convene.core.meeting;

import java.time.Instant;
import java.util.Optional;

/**
 * Which meetings, and from where on.
 *
 * @param from schedule time, inclusive
 * @param to schedule time, exclusive
 * @param after the last meeting of the page before
 * @param limit 1 to {@link #MAX_LIMIT}
 */
public record MeetingQuery(
        Optional<Meeting.State> state,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> externalId,
        Optional<Position> after,
        int limit) {

    public static final int MAX_LIMIT = 100;
    public static final int DEFAULT_LIMIT = 20;

    public MeetingQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT);
        }
    }

    /** The first page of all meetings. */
    public static MeetingQuery all(int limit) {
        return new MeetingQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    public MeetingQuery after(Position position) {
        return new MeetingQuery(state, from, to, externalId, Optional.of(position), limit);
    }

    /** A meeting's place in the list: keyset paging, so that pages neither skip nor repeat while meetings come and go. */
    public record Position(Instant scheduleTime, MeetingLink link) {

        static Position of(Meeting meeting) {
            return new Position(meeting.schedule().at(), meeting.link());
        }
    }
}
