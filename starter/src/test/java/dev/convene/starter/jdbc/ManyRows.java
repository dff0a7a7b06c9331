package dev.convene.starter.jdbc;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL of a service that has been in use, so that the planner has something to choose by. */
final class ManyRows {

    private static final List<String> STATEMENTS = List.of("""
            insert into convene_meeting (tenant_id, link, external_id, metadata, scheduled, schedule_time, ends_at,
              archived, end_to_end_encrypted, guests_allowed, provider, room, room_closed_at, ended_at, close_after,
              created_at, modified_at, version)
            select 't' || i % 20, 'l' || i, 'e' || i, '{}', true, now() - i * interval '1 minute',
              now() - i * interval '1 minute', false, false, true, 'embedded', 'r' || i,
              case when i % 100 > 0 then now() end, case when i % 3 > 0 then now() end,
              case when i % 3 > 0 then now() end, now(), now(), 0
            from generate_series(1, 5000) i""", """
            insert into convene_room (meeting_id, provider, room) select id, provider, room from convene_meeting""", """
            insert into convene_visit (room_id, connection_id, left_at, seen_at)
            select r.id, 'c' || r.id || '-' || i, case when r.id % 1000 > 0 then now() end, now()
            from convene_room r, generate_series(1, 4) i""", """
            insert into convene_event (provider, event_id, room_id, kind, happened_at, received_at)
            select 'embedded', 'e' || r.id || '-' || i, r.id, 'joined', now(), now()
            from convene_room r, generate_series(1, 4) i""", """
            insert into convene_archive (archive_key, tenant_id, link, provider, room, provider_id, name, output, layout,
              audio, video, status, settled, changed_at, requested_at, compared_at)
            select 'a' || id, tenant_id, link, provider, room, 'p' || id, 'name', 'composed', 'bestFit',
              true, true, 'available', id % 100 > 0, now(), schedule_time, now()
            from convene_meeting""", """
            insert into convene_removal (meeting_id, person, removed_at)
            select id, 'mallory', now() from convene_meeting""", """
            insert into convene_idempotency_key (tenant_id, key_value, fingerprint, link, claimed_at)
            select tenant_id, link, 'f', link, schedule_time from convene_meeting""", "analyze");

    private ManyRows() {}

    static void in(DataSource postgresql) {
        STATEMENTS.forEach(new JdbcTemplate(postgresql)::execute);
    }
}
