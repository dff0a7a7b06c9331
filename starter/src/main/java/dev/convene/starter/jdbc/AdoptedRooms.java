package dev.convene.starter.jdbc;

import dev.convene.core.provider.ProviderName;
import java.util.Map;

/**
 * Whose rooms the predecessor's sessions are, which its tables do not say.
 *
 * @param provider of all that begin with none of the prefixes
 * @param prefixes of room ids, such as {@code RM}
 */
public record AdoptedRooms(ProviderName provider, Map<String, ProviderName> prefixes) {

    public AdoptedRooms {
        prefixes = Map.copyOf(prefixes);
    }

    ProviderName providerOf(String room) {
        return prefixes.entrySet().stream()
                .filter(it -> room.startsWith(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(provider);
    }
}
