package dev.convene.core.meeting;

import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;

/** The provider's place behind a meeting. Another may follow it under the same link. */
public record Room(ProviderName provider, RoomId id) {}
