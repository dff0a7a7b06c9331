package com.example.clinic;

import dev.convene.core.meeting.MeetingLink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clinic's own table. */
@Repository
class Appointments {

    private final JdbcClient jdbc;

    Appointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String doctor, String patient, Instant at, MeetingLink link) {
        jdbc.sql("insert into appointment (doctor, patient, at_time, link) values (?, ?, ?, ?)")
                .params(doctor, patient, column(at), link.value())
                .update();
    }

    List<Appointment> of(String doctor) {
        return jdbc.sql("select * from appointment where doctor = ? order by at_time")
                .param(doctor)
                .query(Appointments::row)
                .list();
    }

    void ended(MeetingLink link, Instant at) {
        jdbc.sql("update appointment set ended_at = ? where link = ?")
                .params(column(at), link.value())
                .update();
    }

    private static Appointment row(ResultSet row, int number) throws SQLException {
        return new Appointment(
                row.getLong("id"),
                row.getString("doctor"),
                row.getString("patient"),
                instant(row, "at_time"),
                row.getString("link"),
                instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
