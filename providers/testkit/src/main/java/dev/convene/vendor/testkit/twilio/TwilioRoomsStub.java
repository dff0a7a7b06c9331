package dev.convene.vendor.testkit.twilio;

import dev.convene.vendor.testkit.VendorAnswer;
import dev.convene.vendor.testkit.VendorRequest;
import java.util.List;
import java.util.Map;

/** Rooms, who is in them, and what is recorded there. */
final class TwilioRoomsStub {

    private static final String CONNECTED = "connected";

    private final TwilioAccount account;
    private boolean failsRules;

    TwilioRoomsStub(TwilioAccount account) {
        this.account = account;
    }

    VendorAnswer open(VendorRequest request) {
        String name = request.form("UniqueName").orElse("");
        if (!name.isEmpty()
                && !account.list("RM", it -> isOpen(it) && it.is("unique_name", name))
                        .isEmpty()) {
            return TwilioStub.error(400, 53113, "Room exists");
        }
        boolean recorded = request.form("RecordParticipantsOnConnect")
                .map(Boolean::valueOf)
                .orElse(false);
        Resource room = open(name, recorded)
                .with("type", request.form("Type").orElse("group"))
                .with("max_participants", number(request, "MaxParticipants", "50"))
                .with("empty_room_timeout", number(request, "EmptyRoomTimeout", "5"))
                .with("unused_room_timeout", number(request, "UnusedRoomTimeout", "5"))
                .with("max_participant_duration", number(request, "MaxParticipantDuration", "14400"))
                .with("media_region", request.form("MediaRegion").orElse("us1"))
                .with("status_callback", request.form("StatusCallback").orElse(null))
                .with(
                        "status_callback_method",
                        request.form("StatusCallbackMethod").orElse("POST"));
        account.happens(room, "room-created", Map.of());
        return VendorAnswer.json(201, room.json());
    }

    /** @param name empty: its SID */
    Resource open(String name, boolean recorded) {
        Resource room = account.add("RM");
        return room.with("status", "in-progress")
                .with("type", "group")
                .with("unique_name", name.isEmpty() ? room.sid() : name)
                .with("record_participants_on_connect", recorded)
                .with("rules", recorded ? "[{\"type\":\"include\",\"all\":true}]" : "[]");
    }

    private static Integer number(VendorRequest request, String name, String usual) {
        return Integer.valueOf(request.form(name).orElse(usual));
    }

    /** The only update there is: to complete it. */
    VendorAnswer complete(Resource room, VendorRequest request) {
        if (!isOpen(room) || request.form("Status").filter("completed"::equals).isEmpty()) {
            return TwilioStub.error(400, 53112, "Invalid status");
        }
        end(room);
        return VendorAnswer.json(202, room.json());
    }

    void end(Resource room) {
        participants(room).stream().filter(it -> it.is("status", CONNECTED)).forEach(it -> leave(room, it));
        room.with("status", "completed").with("end_time", account.now());
        account.happens(room, "room-ended", Map.of("RoomDuration", "60"));
    }

    Resource join(Resource room, String identity) {
        if (!isOpen(room)) {
            throw new IllegalStateException("53118: the room is completed");
        }
        Resource person = account.add("PA")
                .with("room_sid", room.sid())
                .with("identity", identity)
                .with("status", CONNECTED)
                .with("start_time", account.now());
        account.happens(room, "participant-connected", about(person));
        if (isRecorded(room)) {
            record(room, person);
        }
        return person;
    }

    void leave(Resource room, Resource person) {
        person.with("status", "disconnected").with("end_time", account.now()).with("duration", 60);
        account.happens(room, "participant-disconnected", about(person));
    }

    void failNextRules() {
        failsRules = true;
    }

    VendorAnswer setRules(Resource room, VendorRequest request) {
        if (failsRules) {
            failsRules = false;
            return TwilioStub.error(500, 20500, "Internal Server Error");
        }
        if (!isOpen(room)) {
            return TwilioStub.error(400, 53118, "Room completed");
        }
        room.with("rules", request.form("Rules").orElse("[]"));
        if (isRecorded(room)) {
            participants(room).stream().filter(it -> it.is("status", CONNECTED)).forEach(it -> record(room, it));
        }
        return rules(room);
    }

    VendorAnswer rules(Resource room) {
        return VendorAnswer.json(
                200,
                Json.of(Map.of(
                        "room_sid",
                        room.sid(),
                        "rules",
                        new Json.Raw(room.text("rules")),
                        "date_created",
                        account.now(),
                        "date_updated",
                        account.now())));
    }

    /** The tracks of the room become files, of a minute each. */
    void finishRecordings(Resource room) {
        account.inRoom("RT", room.sid()).stream()
                .filter(it -> it.is("status", "processing"))
                .forEach(it -> {
                    it.with("status", "completed").with("size", 1_000).with("duration", 60);
                    account.happens(
                            room,
                            "recording-completed",
                            Map.of("RecordingSid", it.sid(), "Duration", "60", "Size", "1000"));
                });
    }

    private void record(Resource room, Resource person) {
        for (String type : List.of("audio", "video")) {
            if (room.text("rules").contains("\"all\":true")
                    || room.text("rules").contains("\"" + type + "\"")) {
                Resource track = account.add("RT")
                        .with("room_sid", room.sid())
                        .with("status", "processing")
                        .with("type", type)
                        .with("size", 0)
                        .with("duration", 0)
                        .with("offset", 1_000)
                        .with("grouping_sids", Map.of("room_sid", room.sid(), "participant_sid", person.sid()))
                        .with("track_name", type)
                        .with("media_external_location", null);
                account.happens(room, "recording-started", Map.of("RecordingSid", track.sid()));
            }
        }
    }

    private List<Resource> participants(Resource room) {
        return account.inRoom("PA", room.sid());
    }

    static boolean isOpen(Resource room) {
        return room.is("status", "in-progress");
    }

    private static boolean isRecorded(Resource room) {
        return room.text("rules").contains("include");
    }

    private static Map<String, String> about(Resource person) {
        return Map.of(
                "ParticipantSid",
                person.sid(),
                "ParticipantIdentity",
                person.text("identity"),
                "ParticipantStatus",
                person.text("status"));
    }
}
