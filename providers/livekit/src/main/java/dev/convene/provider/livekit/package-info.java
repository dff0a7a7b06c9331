/**
 * The LiveKit provider: a room of LiveKit per meeting. {@code LiveKitRooms} opens and closes them, {@code JoinTokens} open
 * their doors, {@code LiveKitWebhooks} reads what LiveKit reports, and {@code LiveKitArchiver} records.
 */
@NullMarked
package dev.convene.provider.livekit;

import org.jspecify.annotations.NullMarked;
