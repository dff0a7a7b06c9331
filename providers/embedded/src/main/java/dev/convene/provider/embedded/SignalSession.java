package dev.convene.provider.embedded;

import dev.convene.provider.embedded.ClientMessage.Candidate;
import dev.convene.provider.embedded.ClientMessage.Chat;
import dev.convene.provider.embedded.ClientMessage.Description;
import dev.convene.provider.embedded.ClientMessage.End;
import dev.convene.provider.embedded.ClientMessage.InRoom;
import dev.convene.provider.embedded.ClientMessage.Join;
import dev.convene.provider.embedded.ClientMessage.Leave;
import dev.convene.provider.embedded.ClientMessage.Ping;
import dev.convene.provider.embedded.ClientMessage.Remove;
import dev.convene.provider.embedded.ClientMessage.State;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one browser may do, from its connect to its close. Its messages come one after the other; {@link #closed} and
 * {@link #check} come from any thread.
 */
final class SignalSession {

    static final Duration JOIN_WITHIN = Duration.ofSeconds(10);
    static final Duration PING_AFTER = Duration.ofSeconds(10);
    static final Duration LOST_AFTER = Duration.ofSeconds(30);

    private static final Logger LOG = System.getLogger(SignalSession.class.getName());
    private static final int CHARACTERS_PER_TOKEN = 4_096;

    private final Line line;
    private final SignalDesk desk;
    private final TokenBucket messages;
    private final TokenBucket chats;
    private final long openedAt;
    private volatile long heardAt;
    private volatile boolean joining;
    private volatile boolean over;
    private volatile @Nullable Peer peer;

    SignalSession(Line line, SignalDesk desk) {
        this.line = line;
        this.desk = desk;
        this.messages = desk.messageBucket();
        this.chats = desk.chatBucket();
        this.openedAt = now();
        this.heardAt = openedAt;
    }

    void received(String text) {
        heard();
        if (over) {
            return;
        }
        try {
            if (!messages.take(1 + text.length() / CHARACTERS_PER_TOKEN)) {
                throw Refusal.closing(ErrorCode.RATE_LIMITED, "Too many messages in a short time");
            }
            obey(ClientMessageReader.read(text));
        } catch (Refusal e) {
            refuse(e);
        }
    }

    /** Any sign of life. */
    void heard() {
        heardAt = now();
    }

    void refuse(Refusal refusal) {
        var error = new ServerMessage.Error(refusal.code().wire(), refusal.detail());
        if (refusal.isClosing()) {
            end(error, refusal.code().closeCode(), LeaveReason.LOST);
        } else {
            line.send(error);
        }
    }

    /** @param cleanly whether the browser said goodbye */
    void closed(boolean cleanly) {
        end(null, CloseCode.NORMAL, cleanly ? LeaveReason.LEFT : LeaveReason.LOST);
    }

    void goAway() {
        end(new ServerMessage.GoingAway(), CloseCode.RESTART, LeaveReason.LOST);
    }

    /** Called every few seconds. */
    void check() {
        if (over) {
            return;
        }
        if (!joining && olderThan(JOIN_WITHIN, openedAt)) {
            refuse(Refusal.badMessage("Join within " + JOIN_WITHIN.toSeconds() + " seconds"));
        } else if (olderThan(LOST_AFTER, heardAt)) {
            end(null, CloseCode.RESTART, LeaveReason.LOST);
        } else if (olderThan(PING_AFTER, heardAt)) {
            line.ping();
            // a hidden tab's timers run once a minute, its messages at once: with this it knows that we are here
            line.send(new ServerMessage.Pong());
        }
    }

    private void obey(ClientMessage message) {
        Peer me = peer;
        switch (message) {
            case Ping it -> line.send(new ServerMessage.Pong());
            case Leave it -> end(null, CloseCode.NORMAL, LeaveReason.LEFT);
            case Join join -> join(join);
            case InRoom it -> {
                if (me == null) {
                    throw Refusal.badMessage("Join first");
                }
                act(me, it);
            }
        }
    }

    private void join(Join join) {
        if (joining) {
            throw Refusal.badMessage("Joined already");
        }
        joining = true;
        Peer joined = desk.entrance().enter(join, line);
        peer = joined;
        if (over) {
            // closed while the join was being stored
            desk.rooms().leave(joined, LeaveReason.LOST);
        }
    }

    private void act(Peer me, InRoom message) {
        String from = me.id().value();
        desk.rooms().find(me.room()).ifPresent(room -> {
            switch (message) {
                case Description it -> room.describe(me, it.to(), it.description());
                case Candidate it -> room.tell(me, it.to(), new ServerMessage.Candidate(from, it.candidate()));
                case State it -> room.changeState(me, it.state());
                case Chat it -> room.tellAll(me, chat(me, it));
                case Remove it -> remove(me, room, it.peerId());
                case End it -> endForAll(me);
            }
        });
    }

    private ServerMessage chat(Peer me, Chat chat) {
        if (!chats.take(1)) {
            throw Refusal.of(ErrorCode.RATE_LIMITED, "Too many chat messages in a short time");
        }
        Instant at = instant().truncatedTo(ChronoUnit.MILLIS);
        return new ServerMessage.Chat(me.id().value(), me.claims().participant().name(), chat.text(), at);
    }

    private void remove(Peer me, LiveRoom room, String peerId) {
        requireModerator(me);
        room.removable(me, peerId).ifPresent(identity -> {
            // stored first: who takes a seat after that is refused, and before that is put out
            desk.entrance().keepOut(me.room(), identity);
            room.remove(identity);
        });
    }

    private void endForAll(Peer me) {
        requireModerator(me);
        try {
            // stored first: a room that is closed and not ended would be open again to the next who joins
            desk.attendance().ended(me);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, () -> "The end of room " + me.room() + " could not be stored: " + e);
            throw Refusal.of(ErrorCode.UNAVAILABLE, "The meeting could not be ended, try again");
        }
        desk.rooms().close(me.room());
    }

    private static void requireModerator(Peer me) {
        if (!me.isModerator()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, "Only a moderator may do that");
        }
    }

    private void end(@Nullable ServerMessage last, CloseCode code, LeaveReason reason) {
        over = true;
        line.close(last, code);
        Peer me = peer;
        if (me != null) {
            desk.rooms().leave(me, reason);
        }
    }

    private boolean olderThan(Duration age, long moment) {
        return now() - moment > age.toNanos();
    }

    private long now() {
        return desk.moments().nanoTime().getAsLong();
    }

    private Instant instant() {
        return desk.moments().clock().instant();
    }
}
