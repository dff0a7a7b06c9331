package dev.convene.core.archive;

import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.provider.ArchiveStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Which archives, and from where on. Deleted ones are never among them.
 *
 * @param after the last archive of the page before
 * @param limit 1 to {@link #MAX_LIMIT}
 */
public record ArchiveQuery(
        Optional<MeetingLink> meeting, Optional<ArchiveStatus> status, Optional<Position> after, int limit) {

    public static final int MAX_LIMIT = 100;

    public ArchiveQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT);
        }
    }

    /** The first page of all archives. */
    public static ArchiveQuery all(int limit) {
        return new ArchiveQuery(Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    public ArchiveQuery after(Position position) {
        return new ArchiveQuery(meeting, status, Optional.of(position), limit);
    }

    /** An archive's place in the list: keyset paging, so that pages neither skip nor repeat while archives come and go. */
    public record Position(Instant requestedAt, ArchiveKey key) {

        public static Position of(Archive archive) {
            return new Position(archive.origin().requested().at(), archive.key());
        }
    }
}
