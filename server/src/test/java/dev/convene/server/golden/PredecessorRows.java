package dev.convene.server.golden;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Puts the meetings of an exchange, as they were before it, into Convene's tables. */
final class PredecessorRows {

    private final JdbcClient jdbc;

    PredecessorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(Exchange exchange) {
        for (String table : new String[] {"archive", "event", "visit", "room", "meeting", "idempotency_key"}) {
            jdbc.sql("delete from convene_" + table).update();
        }
        for (JsonNode row : exchange.table("video_session_details")) {
            if (!row.get("deleted").asBoolean() && existedBefore(exchange, row)) {
                addMeeting(exchange, row);
            }
        }
        for (JsonNode row : exchange.table("session_attendees")) {
            addVisit(row);
        }
    }

    /** The tables were recorded after the call: what a create made was not there before. */
    private static boolean existedBefore(Exchange exchange, JsonNode row) {
        return !exchange.path().equals("/session") && row.get("meeting_link").isString();
    }

    private void addMeeting(Exchange exchange, JsonNode row) {
        OffsetDateTime created = OffsetDateTime.parse(row.get("created_on").asString());
        jdbc.sql("""
                        insert into convene_meeting (id, tenant_id, link, metadata, scheduled, schedule_time, archived,
                          end_to_end_encrypted, guests_allowed, provider, room, started_at, ended_at, created_by,
                          created_at, modified_at, version)
                        values (:id, 'default', :link, '{}', :scheduled, :scheduleTime, false,
                          false, true, 'embedded', :room, :startedAt, :endedAt, :createdBy, :created, :created, 0)""")
                .param("id", row.get("id").asLong())
                .param("link", row.get("meeting_link").asString())
                .param("scheduled", row.get("is_scheduled").asBoolean())
                .param(
                        "scheduleTime",
                        OffsetDateTime.parse(row.get("schedule_time").asString()))
                .param("room", row.get("session_id").asString())
                .param("startedAt", before(exchange, row.get("start_time")))
                .param(
                        "endedAt",
                        exchange.name().equals("token.end-time-in-future")
                                ? OffsetDateTime.parse(row.get("end_time").asString())
                                : before(exchange, row.get("end_time")))
                .param(
                        "createdBy",
                        row.get("created_by").isNull()
                                ? null
                                : row.get("created_by").asString())
                .param("created", created)
                .update();
        jdbc.sql("insert into convene_room (id, meeting_id, provider, room) values (:id, :id, 'embedded', :room)")
                .param("id", row.get("id").asLong())
                .param("room", row.get("session_id").asString())
                .update();
    }

    private void addVisit(JsonNode row) {
        OffsetDateTime created = OffsetDateTime.parse(row.get("created_on").asString());
        jdbc.sql("""
                        insert into convene_visit (id, room_id, connection_id, person, name, joined_at, left_at, seen_at)
                        select :id, id, :connection, :person, :person, :created, :left, :created
                        from convene_room where room = :room""")
                .param("id", row.get("id").asLong())
                .param("connection", "row-" + row.get("id").asLong())
                .param("person", row.get("attendee").asString())
                .param("created", created)
                .param("left", row.get("is_deleted").asBoolean() ? created : null)
                .param("room", row.get("session_id").asString())
                .update();
    }

    private static OffsetDateTime before(Exchange exchange, JsonNode time) {
        if (time.isNull()) {
            return null;
        }
        Instant at = Instant.parse(time.asString());
        return at.isBefore(exchange.at()) ? at.atOffset(ZoneOffset.UTC) : null;
    }
}
