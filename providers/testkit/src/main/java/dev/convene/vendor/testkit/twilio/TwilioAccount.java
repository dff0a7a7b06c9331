package dev.convene.vendor.testkit.twilio;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What an account has, and the callbacks that come of what happens to it. */
final class TwilioAccount {

    static final String SID = "AC00000000000000000000000000000001";

    private final Clock clock;
    private final List<Resource> all = new ArrayList<>();
    private final List<TwilioCallback> callbacks = new ArrayList<>();
    private int lastNumber;

    TwilioAccount(Clock clock) {
        this.clock = clock;
    }

    String now() {
        return clock.instant().toString();
    }

    /** A new resource whose SID begins with that. */
    Resource add(String prefix) {
        lastNumber++;
        var resource = new Resource(prefix + "%032x".formatted(lastNumber))
                .with("account_sid", SID)
                .with("date_created", now())
                .with("date_updated", now());
        all.add(resource);
        return resource;
    }

    Optional<Resource> find(String sid) {
        return all.stream().filter(it -> it.sid().equals(sid)).findFirst();
    }

    Resource get(String sid) {
        return find(sid).orElseThrow(() -> new IllegalArgumentException("no " + sid));
    }

    List<Resource> list(String prefix, Predicate<Resource> wanted) {
        return all.stream()
                .filter(it -> it.sid().startsWith(prefix) && wanted.test(it))
                .toList();
    }

    List<Resource> inRoom(String prefix, String room) {
        return list(prefix, it -> it.is("room_sid", room));
    }

    List<TwilioCallback> takeCallbacks() {
        List<TwilioCallback> taken = List.copyOf(callbacks);
        callbacks.clear();
        return taken;
    }

    /** Something happens that the room's callback is told of. */
    void happens(Resource room, String event, Map<String, String> more) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("RoomName", room.text("unique_name"));
        fields.put("RoomStatus", room.text("status"));
        fields.put("RoomType", room.text("type"));
        fields.put("SequenceNumber", Integer.toString(callbacks.size()));
        fields.putAll(more);
        tell(room, room.sid(), event, fields);
    }

    /** As above, for what has a callback of its own. */
    void tell(Resource teller, String room, String event, Map<String, String> more) {
        if (teller.has("status_callback")) {
            var fields = new TreeMap<>(more);
            fields.put("AccountSid", SID);
            fields.put("RoomSid", room);
            fields.put("StatusCallbackEvent", event);
            fields.put("Timestamp", now());
            callbacks.add(new TwilioCallback(URI.create(teller.text("status_callback")), fields));
        }
    }
}
