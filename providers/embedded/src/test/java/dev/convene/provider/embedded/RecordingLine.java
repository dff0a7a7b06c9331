package dev.convene.provider.embedded;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser that writes down what it is told. */
final class RecordingLine implements Line {

    private final List<ServerMessage> heard = new CopyOnWriteArrayList<>();
    private volatile int pings;
    private volatile CloseCode closed;

    @Override
    public synchronized void send(ServerMessage message) {
        if (closed == null) {
            heard.add(message);
        }
    }

    @Override
    public synchronized void ping() {
        pings++;
    }

    @Override
    public synchronized void close(ServerMessage last, CloseCode code) {
        if (closed == null) {
            if (last != null) {
                heard.add(last);
            }
            closed = code;
        }
    }

    List<ServerMessage> heard() {
        return List.copyOf(heard);
    }

    <T extends ServerMessage> List<T> heard(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The only one of its kind. */
    <T extends ServerMessage> T one(Class<T> kind) {
        List<T> all = heard(kind);
        if (all.size() != 1) {
            throw new AssertionError("One " + kind.getSimpleName() + " expected in " + heard);
        }
        return all.getFirst();
    }

    ServerMessage last() {
        return heard.getLast();
    }

    void forget() {
        heard.clear();
    }

    int pings() {
        return pings;
    }

    /** Null while it is open. */
    CloseCode closed() {
        return closed;
    }
}
