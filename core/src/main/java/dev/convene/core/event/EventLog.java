package dev.convene.core.event;

import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderName;
import java.time.Instant;

/** Every event that a provider reported of this service's rooms, once. */
public interface EventLog {

    /** Keeps the event; false if one with its id is kept already. */
    boolean addIfNew(ProviderName provider, ProviderEvent event, Instant receivedAt);
}
