package dev.convene.core.provider;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Where a provider's reports go. Implemented by core; a provider that runs in this process calls it directly. */
public interface ProviderEvents {

    /**
     * Stores the events and their effect. On return they are durable; if it throws, nothing of them is kept and they are to
     * be reported again. Events of rooms that are not this service's are dropped.
     */
    void report(ProviderName provider, List<ProviderEvent> events);

    /** Notes that these connections are in their room at {@code at}, so that a crash is known to come after it. */
    void stillConnected(ProviderName provider, Set<ConnectionId> connections, Instant at);
}
