package dev.convene.provider.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.video.v1.Room;
import com.twilio.rest.video.v1.Room.RoomStatus;
import com.twilio.rest.video.v1.RoomCreator;
import com.twilio.rest.video.v1.room.Participant;
import com.twilio.rest.video.v1.room.ParticipantReader;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderFailure.Conflict;
import dev.convene.core.provider.ProviderFailure.Refused;
import dev.convene.core.provider.RoomId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rooms at Twilio, https://www.twilio.com/docs/video/api/rooms-resource. Thread-safe. */
final class TwilioRooms {

    private static final Pattern SID = Pattern.compile("RM[0-9a-fA-F]{32}");
    private static final int PAGE = 100;

    private final TwilioCalls calls;
    private final RoomRules rules;

    TwilioRooms(TwilioCalls calls, RoomRules rules) {
        this.calls = calls;
        this.rules = rules;
    }

    RoomRules rules() {
        return rules;
    }

    RoomId open(boolean recorded) {
        try {
            return new RoomId(calls.call(
                    "open a room", client -> creator(recorded).create(client).getSid()));
        } catch (Conflict e) {
            // a room that is not there yet has no state to be in the way
            throw new Refused(TwilioProvider.NAME, "open a room", e.getCause());
        }
    }

    private RoomCreator creator(boolean recorded) {
        RoomCreator creator = Room.creator()
                .setType(rules.kind().type())
                .setMaxParticipants(rules.maxParticipants())
                .setEmptyRoomTimeout((int) rules.emptyFor().toMinutes())
                .setUnusedRoomTimeout((int) rules.unusedFor().toMinutes())
                .setMaxParticipantDuration((int) rules.longestStay().toSeconds())
                .setRecordParticipantsOnConnect(recorded);
        if (rules.mediaRegion() != null) {
            creator.setMediaRegion(rules.mediaRegion());
        }
        if (rules.callback() != null) {
            creator.setStatusCallback(rules.callback()).setStatusCallbackMethod(HttpMethod.POST);
        }
        return creator;
    }

    /** What Twilio knows of the room, closed ones included. */
    Optional<Room> find(RoomId id) {
        return isSid(id.value()) ? calls.find("look for a room", client -> known(id, client)) : Optional.empty();
    }

    private static @Nullable Room known(RoomId id, TwilioRestClient client) {
        Room room = Room.fetcher(id.value()).fetch(client);
        return room.getSid() == null || room.getStatus() == null ? null : room;
    }

    boolean isOpen(RoomId id) {
        return find(id).filter(TwilioRooms::isOpen).isPresent();
    }

    static boolean isOpen(Room room) {
        return room.getStatus() == RoomStatus.IN_PROGRESS;
    }

    /** Ends it for everybody; one that is over or unknown stays as it is. */
    void close(RoomId id) {
        if (!isSid(id.value())) {
            return;
        }
        try {
            calls.call(
                    "close a room",
                    client -> Room.updater(id.value(), RoomStatus.COMPLETED).update(client));
        } catch (Conflict e) {
            // over already, or Twilio has forgotten it
        }
    }

    Set<ConnectionId> connections(RoomId id) {
        return isSid(id.value())
                ? calls.find("look who is in a room", client -> connected(id, client))
                        .orElse(Set.of())
                : Set.of();
    }

    private static Set<ConnectionId> connected(RoomId id, TwilioRestClient client) {
        var connections = new HashSet<ConnectionId>();
        ParticipantReader reader = Participant.reader(id.value()).setStatus(Participant.Status.CONNECTED);
        reader.pageSize(PAGE);
        reader.read(client).forEach(it -> connections.add(new ConnectionId(it.getSid())));
        return connections;
    }

    /** Puts one person out; who has left is left alone. */
    void remove(RoomId room, String participant) {
        calls.find(
                "remove a person",
                client -> Participant.updater(room.value(), participant)
                        .setStatus(Participant.Status.DISCONNECTED)
                        .update(client));
    }

    static boolean isSid(String id) {
        return SID.matcher(id).matches();
    }
}
