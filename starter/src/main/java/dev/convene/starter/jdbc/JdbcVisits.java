package dev.convene.starter.jdbc;

import dev.convene.core.attendance.Visit;
import dev.convene.core.attendance.Visits;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.store.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Visits in {@code convene_visit}. The rule by which they merge is {@link Visit#merge}, not SQL. */
final class JdbcVisits implements Visits {

    private static final String SELECT = """
            select v.id, r.provider, r.room, v.connection_id, v.person, v.name, v.joined_at, v.left_at, v.seen_at
            from convene_visit v join convene_room r on r.id = v.room_id""";

    private static final String INSERT = """
            insert into convene_visit (room_id, connection_id, person, name, joined_at, left_at, seen_at)
            select id, :connection, :person, :name, :joinedAt, :leftAt, :seenAt
            from convene_room where provider = :provider and room = :room""";

    private static final String UPDATE = """
            update convene_visit
            set person = :person, name = :name, joined_at = :joinedAt, left_at = :leftAt, seen_at = :seenAt
            where connection_id = :connection
              and room_id = (select id from convene_room where provider = :provider and room = :room)""";

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Transaction transaction;

    JdbcVisits(JdbcClient jdbc, Dialect dialect, Transaction transaction) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.transaction = transaction;
    }

    @Override
    public boolean knows(Room room) {
        return jdbc.sql("select 1 from convene_room where provider = :provider and room = :room")
                .params(VisitRows.key(room))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public Merged merge(Visit visit) {
        var merged = new AtomicReference<Merged>();
        transaction.inOne(() -> {
            if (Dialect.inserted(of(dialect.insertIfNew(INSERT), visit)::update)) {
                merged.set(new Merged(null, visit));
            } else {
                Visit before = locked(visit);
                merged.set(new Merged(before, before.merge(visit)));
                of(UPDATE, merged.get().after()).update();
            }
        });
        return merged.get();
    }

    @Override
    public void seen(ProviderName provider, Collection<ConnectionId> connections, Instant at) {
        if (connections.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update convene_visit set seen_at = :at
                        where connection_id in (:connections) and seen_at < :at
                          and room_id in (select id from convene_room where provider = :provider)""")
                .param("at", Times.column(at))
                .param(
                        "connections",
                        connections.stream().map(ConnectionId::value).toList())
                .param("provider", provider.value())
                .update();
    }

    @Override
    public List<NumberedVisit> of(MeetingLink link) {
        return jdbc.sql(SELECT + " join convene_meeting m on m.id = r.meeting_id where m.link = :link order by v.id")
                .param("link", link.value())
                .query(VisitRows::numbered)
                .list();
    }

    @Override
    public List<Visit> open(ProviderName provider, int limit) {
        return jdbc.sql(SELECT + """
                         join convene_meeting m on m.id = r.meeting_id
                        where v.left_at is null and r.provider = :provider and m.ended_at is null
                          and v.connection_id not like 'adopted:%'
                        order by v.seen_at limit :limit""")
                .param("provider", provider.value())
                .param("limit", limit)
                .query(VisitRows::visit)
                .list();
    }

    private Visit locked(Visit visit) {
        return jdbc.sql("""
                        select connection_id, person, name, joined_at, left_at, seen_at from convene_visit
                        where connection_id = :connection
                          and room_id = (select id from convene_room where provider = :provider and room = :room)
                        for update""")
                .params(VisitRows.key(visit.room()))
                .param("connection", visit.connection().value())
                .query((row, number) -> VisitRows.visit(visit.room(), row))
                .optional()
                .orElseThrow(() -> new IllegalStateException("No meeting has the room " + visit.room()));
    }

    private StatementSpec of(String sql, Visit visit) {
        return jdbc.sql(sql).params(VisitRows.columns(visit));
    }
}
