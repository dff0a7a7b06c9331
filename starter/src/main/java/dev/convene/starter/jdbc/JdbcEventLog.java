package dev.convene.starter.jdbc;

import dev.convene.core.event.EventLog;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvent.RoomClosed;
import dev.convene.core.provider.ProviderName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events in {@code convene_event}. */
final class JdbcEventLog implements EventLog {

    private static final String INSERT = """
            insert into convene_event (provider, event_id, room_id, kind, connection_id, person, happened_at, received_at)
            select provider, :event, id, :kind, :connection, :person, :happenedAt, :receivedAt
            from convene_room where provider = :provider and room = :room""";

    private final JdbcClient jdbc;
    private final Dialect dialect;

    JdbcEventLog(JdbcClient jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    @Override
    public boolean addIfNew(ProviderName provider, ProviderEvent event, Instant receivedAt) {
        var row = Row.of(event);
        var insert = jdbc.sql(dialect.insertIfNew(INSERT))
                .param("provider", provider.value())
                .param("event", event.id())
                .param("room", event.room().value())
                .param("kind", row.kind())
                .param("connection", row.connection())
                .param("person", row.person())
                .param("happenedAt", Times.column(event.at()))
                .param("receivedAt", Times.column(receivedAt));
        return Dialect.inserted(insert::update);
    }

    private record Row(
            String kind,
            @Nullable String connection,
            @Nullable String person) {

        static Row of(ProviderEvent event) {
            return switch (event) {
                case Joined it -> of("joined", it.connection(), it.participant());
                case Left it -> of("left", it.connection(), it.participant());
                case EndedByModerator it -> new Row("ended", null, it.identity());
                case RoomClosed it -> new Row("room-closed", null, null);
                case ArchiveChanged it -> new Row("archive", null, null);
            };
        }

        private static Row of(String kind, ConnectionId connection, @Nullable Participant participant) {
            return new Row(kind, connection.value(), participant == null ? null : participant.identity());
        }
    }
}
