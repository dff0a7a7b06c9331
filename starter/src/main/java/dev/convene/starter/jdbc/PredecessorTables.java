package dev.convene.starter.jdbc;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of @sourceloop/video-conferencing-service, as its own migrations make them. They are only read:
 * https://github.com/sourcefuse/loopback4-microservice-catalog/tree/master/services/video-conferencing-service/migrations
 *
 * @param where the schema or database that they are in
 * @param fresh whether nothing can have been adopted, as there is no table yet that would say so
 */
record PredecessorTables(JdbcClient jdbc, Dialect dialect, String where, boolean fresh) {

    static final String MEETINGS = "video_session_details";
    static final String ATTENDEES = "session_attendees";

    /** Where its migrations for PostgreSQL put them. */
    private static final String SCHEMA = "videochatms";

    private static final String SELECT_MEETINGS = """
            select s.id, s.session_id, s.meeting_link, s.is_scheduled, s.is_archived, s.archive_id, s.deleted, s.created_by, s.modified_by,
              s.ext_id, s.ext_metadata, %s
            from %s s where s.id > :after%s order by s.id limit :limit""";

    private static final String SELECT_ATTENDEES = """
            select a.id, a.session_id, a.attendee, a.is_deleted, s.id as meeting_id, s.deleted, %s
            from %s a left join %s s on s.session_id = a.session_id
            where a.id > :after%s order by a.id limit :limit""";

    private static final String NOT_ADOPTED =
            " and not exists (select 1 from convene_adopted o where o.kind = '%s' and o.source_id = %s.id)";

    /** The schema of the connection goes before theirs. */
    static Optional<PredecessorTables> find(JdbcClient jdbc, Dialect dialect, boolean fresh) {
        if (dialect == Dialect.H2) {
            // it does not run there
            return Optional.empty();
        }
        String schemas =
                dialect.isMysql() ? "table_schema = database()" : "table_schema in (current_schema(), :theirs)";
        return jdbc
                .sql("select table_schema from information_schema.tables where " + schemas + """
                         and table_name in (:tables) group by table_schema having count(*) = 2
                        order by case when table_schema = :theirs then 1 else 0 end""")
                .param("theirs", SCHEMA)
                .param("tables", List.of(MEETINGS, ATTENDEES))
                .query((row, number) -> new PredecessorTables(jdbc, dialect, row.getString("table_schema"), fresh))
                // not the query's own stream, which holds on to the connection
                .list()
                .stream()
                .findFirst();
    }

    /** A part of the meetings that are not adopted yet. */
    <T> List<PredecessorRow<T>> meetings(long after, int limit, RowMapper<PredecessorRow<T>> reader) {
        String times = times("s", "schedule_time", "start_time", "end_time", "created_on", "modified_on");
        return part(
                SELECT_MEETINGS.formatted(times, table(MEETINGS), notAdopted("meeting", "s")), after, limit, reader);
    }

    /** A part of the attendees that are not adopted yet, each with its meeting, if there is one. */
    List<PredecessorRow<PredecessorAttendee>> attendees(long after, int limit) {
        String sql = SELECT_ATTENDEES.formatted(
                times("a", "created_on", "modified_on"),
                table(ATTENDEES),
                table(MEETINGS),
                notAdopted("attendee", "a"));
        return part(sql, after, limit, PredecessorAttendee::read);
    }

    private <T> List<PredecessorRow<T>> part(String sql, long after, int limit, RowMapper<PredecessorRow<T>> reader) {
        return jdbc.sql(sql)
                .param("after", after)
                .param("limit", limit)
                .query(reader)
                .list();
    }

    private String notAdopted(String kind, String table) {
        return fresh ? "" : NOT_ADOPTED.formatted(kind, table);
    }

    private String table(String name) {
        return dialect.isMysql() ? name : '"' + where.replace("\"", "\"\"") + "\"." + name;
    }

    /**
     * On MySQL the predecessor writes UTC as if it were the server's local time, and reads it back the same way:
     * https://github.com/loopbackio/loopback-connector-mysql/blob/master/lib/mysql.js (legacyUtcDateProcessing)
     */
    private String times(String table, String... columns) {
        var times = new StringBuilder();
        for (String column : columns) {
            String value = table + "." + column;
            times.append(times.isEmpty() ? "" : ", ")
                    .append(
                            dialect.isMysql()
                                    ? "convert_tz(" + value + ", @@session.time_zone, @@global.time_zone) as " + column
                                    : value);
        }
        return times.toString();
    }
}
