package dev.convene.core.provider;

import java.util.Set;

/**
 * What a provider can do, as data.
 *
 * @param supported what it can do beyond carrying a meeting
 * @param maxParticipants the most people in one room
 */
public record Capabilities(Set<Capability> supported, int maxParticipants) {

    public Capabilities {
        supported = Set.copyOf(supported);
    }

    public boolean has(Capability capability) {
        return supported.contains(capability);
    }
}
