package dev.convene.core.provider;

import java.util.Optional;
import java.util.Set;

/**
 * What carries a meeting's media. Implementations are safe for use by many threads.
 *
 * <p>Every method that reaches the vendor throws {@link ProviderFailure}, told apart by who can do something about it,
 * and returns within a bounded time.
 */
public interface VideoProvider {

    ProviderName name();

    Capabilities capabilities();

    /** Opens a new room, which lets in nobody yet. Two calls open two rooms. */
    RoomId openRoom(RoomSpec spec);

    /**
     * Signs the grant for this room alone: the token opens no other room, names exactly this person, allows no more than the role,
     * and expires with the grant.
     */
    JoinToken issueToken(RoomId room, Grant grant);

    /** Puts everybody out and lets nobody in again. Closing a closed or unknown room changes nothing. */
    void closeRoom(RoomId room);

    /** The connections that are in the room now; empty if the room is closed or unknown. */
    Set<ConnectionId> connectionsIn(RoomId room);

    /** Whether people can still enter the room; asked only of a provider whose rooms live {@link RoomLife#WHILE_USED}. */
    default boolean isOpen(RoomId room) {
        return true;
    }

    /** What its browser client, {@code /convene/providers/<name>.js}, needs of the join page. */
    default BrowserClient browserClient() {
        return BrowserClient.OWN;
    }

    /** Records its rooms; empty if it has no {@link Capability#ARCHIVING}. */
    default Optional<Archiver> archiver() {
        return Optional.empty();
    }
}
