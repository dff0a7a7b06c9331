package dev.convene.core.provider;

import java.util.Set;

/**
 * What a provider can do, as data.
 *
 * @param supported what it can do beyond carrying a meeting
 * @param maxParticipants the most people in one room
 * @param maxIdentityLength the longest {@link Participant#identity()} that it takes, in characters
 */
public record Capabilities(Set<Capability> supported, int maxParticipants, int maxIdentityLength, RoomLife roomLife) {

    public Capabilities {
        supported = Set.copyOf(supported);
    }

    /** Of a provider whose rooms live until they are closed and that takes every identity. */
    public Capabilities(Set<Capability> supported, int maxParticipants) {
        this(supported, maxParticipants, Participant.MAX_IDENTITY_LENGTH, RoomLife.UNTIL_CLOSED);
    }

    public boolean has(Capability capability) {
        return supported.contains(capability);
    }
}
