package dev.convene.core.meeting;

import java.time.Instant;

/**
 * Whom moderators have put out of meetings for good. Implementations are safe for use by many threads and pass
 * {@code RemovalsCompatibilityKit}.
 */
public interface Removals {

    /** Keeps the identity out of the meeting that has or had the room, whatever room it will have. An unknown room changes nothing. */
    void add(Room room, String identity, Instant at);

    boolean contains(Room room, String identity);
}
