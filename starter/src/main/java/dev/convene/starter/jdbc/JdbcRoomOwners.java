package dev.convene.starter.jdbc;

import dev.convene.core.audit.RoomOwners;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The owners of the rooms in {@code convene_room}. */
public final class JdbcRoomOwners implements RoomOwners {

    private final JdbcClient jdbc;

    /** @param dataSource with Convene's tables */
    public JdbcRoomOwners(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public Optional<TenantId> tenantOf(Room room) {
        return jdbc.sql("""
                        select m.tenant_id from convene_room r join convene_meeting m on m.id = r.meeting_id
                        where r.provider = :provider and r.room = :room""")
                .params(VisitRows.key(room))
                .query(String.class)
                .optional()
                .map(TenantId::new);
    }
}
