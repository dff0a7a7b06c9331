package dev.convene.provider.livekit;

import dev.convene.vendor.testkit.VendorAnswer;
import dev.convene.vendor.testkit.VendorRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Egresses of the stub, and the objects that they leave in a bucket: 1000 bytes and a minute each. */
final class StubEgress {

    static final Set<String> FIELDS = Set.of("room_name", "layout", "audio_only", "video_only", "file_outputs");

    private static final String NANOS = "000000000";

    private final Clock clock;
    private final StubWebhooks webhooks;
    private final Map<String, Map<String, Object>> egresses = new LinkedHashMap<>();
    private final Map<String, Integer> objects = new LinkedHashMap<>();
    private boolean failsNext;

    StubEgress(Clock clock, StubWebhooks webhooks) {
        this.clock = clock;
        this.webhooks = webhooks;
    }

    void failNextStart() {
        failsNext = true;
    }

    /** The file is in the bucket. */
    void complete(String id) {
        Map<String, Object> egress = egresses.get(id);
        objects.put("/recordings/" + file(egress), 1000);
        egress.put("status", "EGRESS_COMPLETE");
        egress.put(
                "file_results",
                List.of(Map.of("filename", file(egress), "duration", "60" + NANOS, "size", "1000", "location", "")));
        webhooks.egress("egress_ended", egress);
    }

    /** LiveKit knows nothing of it any more. */
    void forget() {
        egresses.clear();
    }

    VendorAnswer start(JsonNode request) {
        if (failsNext) {
            failsNext = false;
            return LiveKitStub.error(500, "internal", "egress not connected (redis required)");
        }
        String id = "EG_%012d".formatted(egresses.size() + 1);
        var egress = new LinkedHashMap<String, Object>();
        egress.put("egress_id", id);
        egress.put("room_name", request.path("room_name").asString());
        egress.put("status", "EGRESS_STARTING");
        egress.put("started_at", clock.instant().getEpochSecond() + NANOS);
        egress.put("room_composite", request);
        egress.put("file_results", List.of());
        egress.put("error", "");
        egresses.put(id, egress);
        webhooks.egress("egress_started", egress);
        return LiveKitStub.json(egress);
    }

    VendorAnswer stop(JsonNode request) {
        Map<String, Object> egress = egresses.get(request.path("egress_id").asString());
        if (egress == null) {
            return LiveKitStub.error(404, "not_found", "egress does not exist");
        }
        if (!isActive(egress)) {
            return LiveKitStub.error(412, "failed_precondition", "egress with status ENDING cannot be stopped");
        }
        egress.put("status", "EGRESS_ENDING");
        webhooks.egress("egress_updated", egress);
        return LiveKitStub.json(egress);
    }

    VendorAnswer list(JsonNode request) {
        var items = new ArrayList<Map<String, Object>>();
        for (Map<String, Object> egress : egresses.values()) {
            boolean wanted = egress.get("room_name")
                            .equals(request.path("room_name").asString(""))
                    || egress.get("egress_id").equals(request.path("egress_id").asString(""));
            if (wanted && (isActive(egress) || !request.path("active").asBoolean(false))) {
                items.add(egress);
            }
        }
        // somebody else's, of no room of ours
        items.add(Map.of("egress_id", "EG_web", "web", Map.of("url", "https://example.org"), "room_name", ""));
        return LiveKitStub.json(Map.of("items", items));
    }

    VendorAnswer bucket(VendorRequest request) {
        if (request.query("X-Amz-Signature").isEmpty()) {
            return VendorAnswer.empty(403);
        }
        Integer size = objects.get(request.path());
        if (request.method().equals("DELETE")) {
            objects.remove(request.path());
            return VendorAnswer.empty(204);
        }
        return size == null
                ? VendorAnswer.empty(404)
                : new VendorAnswer(200, Map.of("Content-Length", size.toString()), "");
    }

    private static boolean isActive(Map<String, Object> egress) {
        return Set.of("EGRESS_STARTING", "EGRESS_ACTIVE").contains(egress.get("status"));
    }

    private static String file(Map<String, Object> egress) {
        return ((JsonNode) egress.get("room_composite"))
                .path("file_outputs")
                .path(0)
                .path("filepath")
                .asString();
    }
}
