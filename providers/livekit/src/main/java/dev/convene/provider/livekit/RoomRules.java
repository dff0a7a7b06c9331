package dev.convene.provider.livekit;

import java.time.Duration;

/**
 * How rooms are opened.
 *
 * @param emptyFor how long a room stays if nobody comes, in whole seconds
 * @param leftFor how long a room stays after the last has left, in whole seconds
 */
record RoomRules(int maxParticipants, Duration emptyFor, Duration leftFor) {}
