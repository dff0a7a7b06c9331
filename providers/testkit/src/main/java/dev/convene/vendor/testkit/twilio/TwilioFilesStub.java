package dev.convene.vendor.testkit.twilio;

import dev.convene.vendor.testkit.VendorAnswer;
import dev.convene.vendor.testkit.VendorRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compositions, files of both kinds, and where they are kept. */
final class TwilioFilesStub {

    private final TwilioAccount account;
    private final Map<String, Map<String, List<String>>> settings = new LinkedHashMap<>();

    TwilioFilesStub(TwilioAccount account) {
        this.account = account;
    }

    VendorAnswer compose(VendorRequest request) {
        String room = request.form("RoomSid").orElse("");
        boolean hasSource = request.form("VideoLayout").isPresent()
                || request.form("AudioSources").isPresent();
        boolean over =
                account.find(room).filter(it -> !TwilioRoomsStub.isOpen(it)).isPresent();
        if (!hasSource || !over) {
            return TwilioStub.error(400, 53200, "The room is not over, or nothing is to be composed");
        }
        Resource composition = account.add("CJ")
                .with("room_sid", room)
                .with("status", "enqueued")
                .with("format", request.form("Format").orElse("webm"))
                .with("resolution", request.form("Resolution").orElse("640x480"))
                .with("audio_sources", request.form().getOrDefault("AudioSources", List.of()))
                .with("video_layout", new Json.Raw(request.form("VideoLayout").orElse("{}")))
                .with("size", 0)
                .with("duration", 0)
                .with("media_external_location", null)
                .with("status_callback", request.form("StatusCallback").orElse(null));
        tell(composition, "composition-started", Map.of());
        return VendorAnswer.json(201, composition.json());
    }

    void finishCompositions(String room) {
        unfinished(room).forEach(it -> {
            it.with("status", "completed").with("size", 5_000).with("duration", 60);
            tell(it, "composition-available", Map.of("Size", "5000", "Duration", "60"));
        });
    }

    void failCompositions(String room) {
        unfinished(room).forEach(it -> {
            it.with("status", "failed");
            tell(it, "composition-failed", Map.of("ErrorMessage", "no media", "FailedOperation", "transcode"));
        });
    }

    VendorAnswer delete(Resource file) {
        if (file.is("status", "deleted")) {
            return TwilioStub.notFound();
        }
        file.with("status", "deleted").with("size", 0);
        return VendorAnswer.empty(204);
    }

    VendorAnswer media(Resource file) {
        if (!file.is("status", "completed")) {
            return TwilioStub.notFound();
        }
        String address = "https://files.example/" + file.sid() + "?signature=secret";
        return new VendorAnswer(302, Map.of("Location", address), Json.of(Map.of("redirect_to", address)));
    }

    VendorAnswer keep(String kind, VendorRequest request) {
        settings.put(kind, request.form());
        return VendorAnswer.json(
                200, new Resource(kind).with("account_sid", TwilioAccount.SID).json());
    }

    Map<String, List<String>> settings(String kind) {
        return settings.getOrDefault(kind, Map.of());
    }

    private List<Resource> unfinished(String room) {
        return account.inRoom("CJ", room).stream()
                .filter(it -> it.is("status", "enqueued") || it.is("status", "processing"))
                .toList();
    }

    private void tell(Resource composition, String event, Map<String, String> more) {
        var fields = new LinkedHashMap<>(more);
        fields.put("CompositionSid", composition.sid());
        account.tell(composition, composition.text("room_sid"), event, fields);
    }
}
