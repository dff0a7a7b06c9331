package dev.convene.provider.embedded;

import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.Rooms;
import dev.convene.provider.embedded.ClientMessage.Join;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Lets people in, or keeps them out. The order of its steps is what makes the attendance right and an ended room stay empty. */
final class Entrance {

    private static final Logger LOG = System.getLogger(Entrance.class.getName());

    private final Keys keys;
    private final LiveRooms rooms;
    private final Rooms core;
    private final AttendanceReporter attendance;

    Entrance(Keys keys, LiveRooms rooms, Rooms core, AttendanceReporter attendance) {
        this.keys = keys;
        this.rooms = rooms;
        this.core = core;
        this.attendance = attendance;
    }

    /** What opens the door, and what is handed out behind it. */
    record Keys(JoinTokens tokens, IceServers iceServers) {}

    /** Who is in now; refuses with {@link Refusal}. */
    Peer enter(Join join, Line line) {
        var peer = new Peer(keys.tokens().verify(join.token()), line, attendance::left);
        // 1. A seat, before core is asked: whoever ends the meeting after our question finds the seat taken and clears
        // it.
        rooms.seat(peer, join.resume());
        try {
            requireOpen(peer.room());
            requireNotRemoved(peer);
            // 2. Stored after the seat was taken: a stored connection that is not live has really gone.
            attendance.joined(peer);
        } catch (Refusal e) {
            rooms.leave(peer, LeaveReason.LEFT);
            throw e;
        } catch (RuntimeException e) {
            rooms.leave(peer, LeaveReason.LEFT);
            LOG.log(Level.WARNING, () -> "Nobody can join room " + peer.room() + " now: " + e);
            throw Refusal.closing(ErrorCode.UNAVAILABLE, "The join could not be stored, try again");
        }
        // 3. Welcomed after it was stored: nobody is in a meeting without being in its attendance.
        boolean welcomed = rooms.find(peer.room())
                .map(it -> it.welcome(peer, keys.iceServers().of(peer.claims())))
                .orElse(false);
        if (!welcomed) {
            attendance.left(peer);
        }
        return peer;
    }

    /** Lets the person in no more, after a restart neither; refuses if that cannot be stored. */
    void keepOut(RoomId room, String identity) {
        try {
            core.remove(EmbeddedProvider.NAME, room, identity);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, () -> "A removal from room " + room + " could not be stored: " + e);
            throw Refusal.of(ErrorCode.UNAVAILABLE, "Nobody could be removed, try again");
        }
    }

    private void requireNotRemoved(Peer peer) {
        if (core.isRemoved(EmbeddedProvider.NAME, peer.room(), peer.identity())) {
            throw Refusal.closing(ErrorCode.NOT_ALLOWED, "A moderator removed you from this room");
        }
    }

    private void requireOpen(RoomId room) {
        if (!core.isOpen(EmbeddedProvider.NAME, room)) {
            throw Refusal.closing(ErrorCode.ROOM_CLOSED, "The room is closed");
        }
    }
}
