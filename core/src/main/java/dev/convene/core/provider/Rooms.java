package dev.convene.core.provider;

/** What a provider that runs in this process may ask about its rooms. Implemented by core. */
public interface Rooms {

    /** Whether the room is the current one of a meeting that has not ended. */
    boolean isOpen(ProviderName provider, RoomId room);
}
