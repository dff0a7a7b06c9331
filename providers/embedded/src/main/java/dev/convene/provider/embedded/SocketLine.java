package dev.convene.provider.embedded;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What goes out to one browser, in order, on a virtual thread that lives while there is something to send. A browser that
 * reads too slowly holds up nobody: what waits for it is bounded, and past the bound it is cut off.
 */
final class SocketLine implements Line {

    /** Far more than a burst of a full room: five large descriptions are 100 thousand characters. */
    static final int MAX_WAITING_CHARACTERS = 1_000_000;

    private static final Logger LOG = System.getLogger(SocketLine.class.getName());

    private final Wire wire;
    private final Runnable onTooSlow;

    // all guarded by this
    private final Deque<Item> waiting = new ArrayDeque<>();
    private int waitingCharacters;
    private boolean sending;
    private boolean closed;

    /** @param onTooSlow called once, on a thread of its own, when the browser is cut off */
    SocketLine(Wire wire, Runnable onTooSlow) {
        this.wire = wire;
        this.onTooSlow = onTooSlow;
    }

    @Override
    public void send(ServerMessage message) {
        add(new Text(ServerMessageWriter.write(message)));
    }

    @Override
    public void ping() {
        add(new Ping());
    }

    @Override
    public synchronized void close(@Nullable ServerMessage last, CloseCode code) {
        if (last != null) {
            send(last);
        }
        add(new Close(code));
        closed = true;
    }

    private synchronized void add(Item item) {
        if (closed) {
            return;
        }
        waitingCharacters += item.length();
        if (waitingCharacters > MAX_WAITING_CHARACTERS) {
            cutOff();
            return;
        }
        waiting.add(item);
        if (!sending) {
            sending = true;
            Thread.ofVirtual().name("convene-socket-line").start(this::sendAll);
        }
    }

    private void cutOff() {
        LOG.log(Level.INFO, "A browser reads too slowly and is cut off");
        closed = true;
        waiting.clear();
        // somebody is sending, or nothing would be waiting: the close comes after what is being sent
        waiting.add(new Close(CloseCode.TRY_LATER));
        // not on this thread, which may hold the lock of the room that is to be left
        Thread.ofVirtual().name("convene-too-slow").start(onTooSlow);
    }

    private void sendAll() {
        for (Item item = next(); item != null; item = next()) {
            try {
                item.sendOn(wire);
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.DEBUG, "A message could not be sent", e);
                giveUp(item);
            }
        }
    }

    /** The rest is of no use; the socket's own close tells the session. */
    private synchronized void giveUp(Item failed) {
        closed = true;
        waiting.clear();
        if (!(failed instanceof Close)) {
            waiting.add(new Close(CloseCode.TRY_LATER));
        }
    }

    private synchronized @Nullable Item next() {
        Item item = waiting.poll();
        if (item == null) {
            sending = false;
        } else {
            waitingCharacters -= item.length();
        }
        return item;
    }

    private sealed interface Item {

        int length();

        void sendOn(Wire wire) throws IOException;
    }

    private record Text(String text) implements Item {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public void sendOn(Wire wire) throws IOException {
            wire.text(text);
        }
    }

    private record Ping() implements Item {
        @Override
        public int length() {
            return 1;
        }

        @Override
        public void sendOn(Wire wire) throws IOException {
            wire.ping();
        }
    }

    private record Close(CloseCode code) implements Item {
        @Override
        public int length() {
            return 0;
        }

        @Override
        public void sendOn(Wire wire) throws IOException {
            wire.close(code);
        }
    }
}
