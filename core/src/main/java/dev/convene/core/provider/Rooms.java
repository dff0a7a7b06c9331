package dev.convene.core.provider;

/** What a provider that runs in this process may ask, and tell, about its rooms. Implemented by core. */
public interface Rooms {

    /** Whether the room is the current one of a meeting that has not ended. */
    boolean isOpen(ProviderName provider, RoomId room);

    /** A moderator put the person out for good: they stay out of the meeting, whatever token they hold. Returns when it is stored. */
    void remove(ProviderName provider, RoomId room, String identity);

    boolean isRemoved(ProviderName provider, RoomId room, String identity);
}
