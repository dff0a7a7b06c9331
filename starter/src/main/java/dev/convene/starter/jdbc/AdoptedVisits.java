package dev.convene.starter.jdbc;

import dev.convene.core.attendance.Visit;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adopted attendees in {@code convene_visit}, each with its mark.
 *
 * @param keepIds whether they keep the ids that clients know: only while no visit of our own can have them
 */
record AdoptedVisits(JdbcClient jdbc, Dialect dialect, boolean keepIds) implements AdoptionTarget<PredecessorAttendee> {

    /** In the room of then, wherever the meeting is now. */
    private static final String INSERT = """
            insert into convene_visit (%s room_id, connection_id, person, joined_at, left_at, seen_at)
            select %s r.id, :connection, :person, :joinedAt, :leftAt, :seenAt
            from convene_adopted a join convene_room r on r.meeting_id = a.our_id
            where a.kind = 'meeting' and a.source_id = :meeting and r.room = :room""";

    private static final String MARK = """
            insert into convene_adopted (kind, source_id, our_id)
            select 'attendee', :id, id from convene_visit where connection_id = :connection""";

    static AdoptedVisits of(JdbcClient jdbc, Dialect dialect) {
        boolean none = jdbc.sql("select 1 from convene_visit limit 1")
                .query(Integer.class)
                .list()
                .isEmpty();
        return new AdoptedVisits(jdbc, dialect, none);
    }

    @Override
    public long before() {
        return jdbc.sql("select count(*) from convene_adopted where kind = 'attendee'")
                .query(Long.class)
                .single();
    }

    @Override
    public @Nullable String objection(PredecessorAttendee attendee) {
        return null;
    }

    @Override
    public @Nullable String add(long id, PredecessorAttendee attendee) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", id);
        columns.put("meeting", attendee.meeting());
        columns.put("room", attendee.room());
        columns.put("connection", Visit.ADOPTED + id);
        columns.put("person", attendee.person());
        columns.put("joinedAt", Times.column(attendee.joinedAt()));
        columns.put("leftAt", Times.nullableColumn(attendee.leftAt()));
        columns.put("seenAt", Times.column(attendee.seenAt()));
        String insert = keepIds ? INSERT.formatted("id,", ":id,") : INSERT.formatted("", "");
        if (jdbc.sql(insert).params(columns).update() == 0) {
            return "its meeting is not here any more";
        }
        jdbc.sql(MARK).param("id", id).param("connection", Visit.ADOPTED + id).update();
        return null;
    }

    @Override
    public void endPart() {
        if (keepIds) {
            dialect.nextIdAfterLast("convene_visit")
                    .ifPresent(it -> jdbc.sql(it).query(Long.class).single());
        }
    }
}
