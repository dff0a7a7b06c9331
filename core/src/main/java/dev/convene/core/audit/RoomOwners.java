package dev.convene.core.audit;

import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import java.util.Optional;

/** Whose the rooms are. */
@FunctionalInterface
public interface RoomOwners {

    /** The tenant of the meeting that has, or had, the room. */
    Optional<TenantId> tenantOf(Room room);
}
