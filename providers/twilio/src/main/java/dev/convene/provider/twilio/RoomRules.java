package dev.convene.provider.twilio;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How rooms are opened.
 *
 * @param mediaRegion where media flows; null for Twilio's default
 * @param emptyFor how long a room stays after the last has left, in whole minutes
 * @param unusedFor how long a room stays if nobody comes, in whole minutes
 * @param longestStay after it Twilio puts a person out
 * @param callback where Twilio reports what happens in them; null if nowhere
 */
record RoomRules(
        RoomKind kind,
        int maxParticipants,
        @Nullable String mediaRegion,
        Duration emptyFor,
        Duration unusedFor,
        Duration longestStay,
        @Nullable URI callback) {}
