package dev.convene.server.golden;

import static dev.convene.server.predecessor.PredecessorDatabase.ATTENDEES;
import static dev.convene.server.predecessor.PredecessorDatabase.MEETINGS;

import dev.convene.core.provider.ProviderName;
import dev.convene.server.predecessor.PredecessorDatabase;
import dev.convene.starter.jdbc.AdoptedRooms;
import dev.convene.starter.jdbc.Migrations;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Puts the rows of an exchange, as they were before it, into the predecessor's tables, and has them adopted. */
record PredecessorRows(PredecessorDatabase database, AdoptedRooms rooms) {

    /** @param provider what carries the meetings */
    static PredecessorRows of(PredecessorDatabase database, String provider) {
        return new PredecessorRows(database, new AdoptedRooms(new ProviderName(provider), Map.of()));
    }

    void replace(Exchange exchange) {
        database.jdbc()
                .sql("truncate convene_meeting, convene_idempotency_key, convene_adopted cascade")
                .update();
        List.of(MEETINGS, ATTENDEES).forEach(it -> database.execute("delete from %s", it));
        boolean created = exchange.path().equals("/session") && exchange.status() == 200;
        if (!created) {
            exchange.table(MEETINGS).forEach(row -> database.insert(MEETINGS, meeting(exchange, row)));
            exchange.table(ATTENDEES).forEach(row -> database.insert(ATTENDEES, columns(row)));
        }
        new Migrations(database.dataSource(), rooms).migrate();
    }

    /** The tables were recorded after the call: what it did to a meeting was not there before. */
    private static Map<String, Object> meeting(Exchange exchange, JsonNode row) {
        Map<String, Object> columns = columns(row);
        for (String time : List.of("start_time", "end_time")) {
            boolean given = exchange.name().equals("token.end-time-in-future") && time.equals("end_time");
            if (columns.get(time) instanceof String at
                    && !given
                    && !Instant.parse(at).isBefore(exchange.at())) {
                columns.put(time, null);
            }
        }
        return columns;
    }

    private static Map<String, Object> columns(JsonNode row) {
        var columns = new HashMap<String, Object>();
        row.properties().forEach(it -> columns.put(it.getKey(), value(it.getValue())));
        return columns;
    }

    private static Object value(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (value.isNumber()) {
            return value.asLong();
        }
        return value.isString() ? value.asString() : value.toString();
    }
}
