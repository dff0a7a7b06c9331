package dev.convene.core.meeting;

import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where meetings are kept. Implementations are safe for use by many threads, keep instants to the millisecond at least, and
 * pass {@code MeetingsCompatibilityKit}.
 */
public interface Meetings {

    /**
     * Keeps a new meeting and its room.
     *
     * @throws IllegalStateException if the link or the room is taken
     */
    void add(Meeting meeting);

    Optional<Meeting> find(TenantId tenant, MeetingLink link);

    /** The meeting of that link, whoever's it is: for those who hold nothing but the link. */
    Optional<Meeting> findByLink(MeetingLink link);

    /** The meeting whose current room that is. */
    Optional<Meeting> findByRoom(ProviderName provider, RoomId room);

    /** The meeting that has or had the room. */
    Optional<Meeting> meetingOf(Room room);

    /**
     * Replaces the meeting by what {@code change} makes of it, atomically: of two changes at once, the second sees the
     * first, so {@code change} may be called again. If it throws, or returns what it was given, nothing is written.
     *
     * @throws MeetingProblem.Unknown if the tenant has no such meeting
     */
    Meeting change(TenantId tenant, MeetingLink link, UnaryOperator<Meeting> change);

    /** The tenant's meetings that fit, the latest schedule time first. */
    MeetingPage list(TenantId tenant, MeetingQuery query);

    /** Meetings that go on though their planned end has passed, the most overdue first. */
    List<Meeting> overdue(Instant now, int limit);

    /**
     * Meetings that have ended and whose room is not known to be closed, the longest due first. A room is due from the
     * meeting's end on, or when {@link #roomNotClosed} says.
     */
    List<Meeting> toClose(Instant now, int limit);

    /** Notes that the provider closed the room. */
    void roomClosed(Room room, Instant at);

    /**
     * Notes that the room of a meeting that has ended is not closed, or not any more, and when to ask the provider for it.
     */
    void roomNotClosed(Room room, Instant again);
}
