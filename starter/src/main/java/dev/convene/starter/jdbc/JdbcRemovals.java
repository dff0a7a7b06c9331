package dev.convene.starter.jdbc;

import dev.convene.core.meeting.Removals;
import dev.convene.core.meeting.Room;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removals in {@code convene_removal}. */
final class JdbcRemovals implements Removals {

    private final JdbcClient jdbc;

    JdbcRemovals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Room room, String identity, Instant at) {
        jdbc.sql("""
                        insert into convene_removal (meeting_id, person, removed_at)
                        select meeting_id, :person, :at from convene_room where provider = :provider and room = :room""")
                .params(VisitRows.key(room))
                .param("person", identity)
                .param("at", Times.column(at))
                .update();
    }

    @Override
    public boolean contains(Room room, String identity) {
        return jdbc.sql("""
                        select 1 from convene_removal o join convene_room r on r.meeting_id = o.meeting_id
                        where r.provider = :provider and r.room = :room and o.person = :person limit 1""")
                .params(VisitRows.key(room))
                .param("person", identity)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
