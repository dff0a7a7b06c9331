package dev.convene.provider.embedded;

import dev.convene.core.provider.Grant;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.provider.embedded.ServerMessage.Welcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Everything but the sockets, and browsers that speak the protocol's texts. */
final class Stage implements AutoCloseable {

    static final RoomId ROOM = new RoomId("room-1");
    static final RoomId OTHER_ROOM = new RoomId("room-2");
    static final SharedSecret SECRET = SharedSecret.of("a secret of the tests, 32 bytes and more");
    static final int MAX_PEERS = 6;

    final TestTime time = new TestTime();
    final RecordedCore core;
    final JoinTokens tokens = new JoinTokens(SECRET, time.clock());
    final LiveRooms rooms = new LiveRooms(MAX_PEERS);
    final AttendanceReporter attendance;
    final EmbeddedProvider provider = new EmbeddedProvider(tokens, rooms);
    final Signalling signalling;

    Stage() {
        this(100);
    }

    Stage(int maxConnections) {
        this(maxConnections, new RecordedCore());
    }

    /** @param core what an earlier process has told it, it knows */
    Stage(int maxConnections, RecordedCore core) {
        this.core = core;
        attendance = new AttendanceReporter(core, time.clock());
        var keys = new Entrance.Keys(tokens, new IceServers(List.of(), Optional.empty(), time.clock()));
        var entrance = new Entrance(keys, rooms, core, attendance);
        signalling = new Signalling(new SignalDesk(entrance, rooms, attendance, time.moments()), maxConnections);
    }

    String token(RoomId room, String identity, Role role) {
        var grant = new Grant(
                new Participant(identity, "Name of " + identity),
                role,
                time.now(),
                time.now().plus(Duration.ofMinutes(5)));
        return tokens.sign(room, grant).value();
    }

    Browser browser() {
        return new Browser();
    }

    Browser joined(String identity) {
        return joined(ROOM, identity, Role.PUBLISHER);
    }

    Browser joined(RoomId room, String identity, Role role) {
        Browser browser = browser();
        browser.join(token(room, identity, role));
        return browser;
    }

    @Override
    public void close() {
        attendance.stop();
    }

    /** One browser on one connection. */
    final class Browser {

        final RecordingLine line = new RecordingLine();
        final SignalSession session = signalling.open(line);

        void says(String json) {
            session.received(json.replace('\'', '"'));
        }

        void join(String token) {
            says("{'type':'join','token':'" + token + "'}");
        }

        void resume(String token, String earlier) {
            says("{'type':'join','token':'" + token + "','resume':'" + earlier + "'}");
        }

        void closes(boolean cleanly) {
            signalling.closed(session, cleanly);
        }

        Welcome welcome() {
            return line.one(Welcome.class);
        }

        String id() {
            return welcome().peerId();
        }

        ServerMessage.Error error() {
            return line.one(ServerMessage.Error.class);
        }
    }
}
