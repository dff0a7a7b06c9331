package dev.convene.core.attendance;

import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where visits are kept, one a connection. Implementations are safe for use by many threads and pass
 * {@code VisitsCompatibilityKit}.
 */
public interface Visits {

    /** Whether the room is, or was, one of a meeting of this service. */
    boolean knows(Room room);

    /** Keeps the visit, merged with what is known of the same connection ({@link Visit#merge}). */
    Merged merge(Visit visit);

    /** Moves {@link Visit#seenAt()} of these connections forward to {@code at}. Unknown connections are passed over. */
    void seen(ProviderName provider, Collection<ConnectionId> connections, Instant at);

    /** All visits of all rooms of the meeting, in the order in which they became known. */
    List<NumberedVisit> of(MeetingLink link);

    /**
     * Visits of that provider with neither a leave nor the meeting's end known, the longest silent first. Without adopted ones,
     * which the provider cannot be asked for: they end with their meeting.
     */
    List<Visit> open(ProviderName provider, int limit);

    /**
     * What a merge did.
     *
     * @param before null if the connection was not known
     * @param after what is kept now; equal to {@code before} if nothing new was reported
     */
    record Merged(@Nullable Visit before, Visit after) {}

    /** A visit with the number that its store gave it, ascending as visits become known. */
    record NumberedVisit(long number, Visit visit) {}
}
