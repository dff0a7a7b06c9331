package dev.convene.provider.vonage;

import dev.convene.vendor.testkit.VendorAnswer;
import dev.convene.vendor.testkit.VendorRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The archives of a {@link VonageStub}. */
final class StubArchives {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern ARCHIVE = Pattern.compile("/archive/([^/]+)(/stop|/layout)?");
    private static final int MOST = 1000;

    private final String project;
    private final StubCallbacks callbacks;
    private final Map<String, Map<String, Object>> archives = new LinkedHashMap<>();

    StubArchives(String project, StubCallbacks callbacks) {
        this.project = project;
        this.callbacks = callbacks;
    }

    /** @param hindrance the status that says why that body's session cannot be recorded now, or null */
    VendorAnswer answer(VendorRequest request, String path, Function<JsonNode, @Nullable Integer> hindrance) {
        if (path.equals("/archive")) {
            return request.method().equals("GET") ? list(request) : start(JSON.readTree(request.body()), hindrance);
        }
        if (path.equals("/archive/storage")) {
            return VendorAnswer.json(200, "{}");
        }
        Matcher matcher = ARCHIVE.matcher(path);
        Map<String, Object> archive = matcher.matches() ? archives.get(matcher.group(1)) : null;
        if (archive == null) {
            return VonageStub.error(404, "Archive not found");
        }
        return switch (request.method() + (matcher.group(2) == null ? "" : matcher.group(2))) {
            case "GET" -> json(archive);
            case "DELETE" -> delete(archive);
            case "POST/stop" -> stop(archive);
            case "PUT/layout" -> is(archive, "started") ? json(archive) : VonageStub.error(409, "Not being recorded");
            default -> VonageStub.error(405, "Method not allowed");
        };
    }

    /** As if it had been recorded long ago. */
    void keep(String id, String session) {
        var archive = new LinkedHashMap<String, Object>();
        archive.put("id", id);
        archive.put("sessionId", session);
        archive.put("name", "first");
        archive.put("status", "available");
        archive.put("createdAt", 1_700_000_000_000L);
        archive.put("size", 1_234_567);
        archive.put("duration", 62);
        archive.put("url", "https://example.invalid/" + id + "/archive.mp4");
        archives.put(id, archive);
    }

    void complete(String id) {
        Map<String, Object> archive = archives.get(id);
        archive.put("size", 18_023_312);
        archive.put("duration", 328);
        archive.put(
                "url",
                "https://tokbox.com.archive2.s3.amazonaws.com/" + project + "/" + id + "/archive.mp4?sig=secret");
        become(archive, "available");
    }

    private VendorAnswer start(JsonNode wanted, Function<JsonNode, @Nullable Integer> hindrance) {
        Integer status = hindrance.apply(wanted);
        if (status != null) {
            return VonageStub.error(status, status == 404 ? "No clients are actively connected" : "Not routed");
        }
        String session = wanted.path("sessionId").asString("");
        if (archives.values().stream().anyMatch(it -> is(it, "started") && session.equals(it.get("sessionId")))) {
            return VonageStub.error(409, "The session is already being recorded");
        }
        var archive = new LinkedHashMap<String, Object>();
        archive.put("id", UUID.randomUUID().toString());
        archive.put("name", wanted.path("name").asString(""));
        archive.put("reason", "");
        archive.put("sessionId", session);
        archive.put("projectId", project);
        archive.put("createdAt", callbacks.now());
        archive.put("size", 0);
        archive.put("duration", 0);
        archive.put("outputMode", wanted.path("outputMode").asString("composed"));
        archive.put("hasAudio", wanted.path("hasAudio").asBoolean(true));
        archive.put("hasVideo", wanted.path("hasVideo").asBoolean(true));
        archive.put("url", null);
        archive.put("event", "archive");
        archives.put(String.valueOf(archive.get("id")), archive);
        return json(become(archive, "started"));
    }

    private VendorAnswer stop(Map<String, Object> archive) {
        if (!is(archive, "started")) {
            return VonageStub.error(
                    409, "You can only stop an archive that has one of the following statuses: started OR paused");
        }
        archive.put("reason", "user initiated");
        return json(become(archive, "stopped"));
    }

    private VendorAnswer delete(Map<String, Object> archive) {
        if (!is(archive, "available") && !is(archive, "uploaded")) {
            return VonageStub.error(
                    409,
                    "You can only delete an archive that has one of the following statuses: available OR uploaded");
        }
        archives.remove(String.valueOf(archive.get("id")));
        return VendorAnswer.empty(204);
    }

    private VendorAnswer list(VendorRequest request) {
        String session = request.query("sessionId").orElse(null);
        int offset = request.query("offset").map(Integer::parseInt).orElse(0);
        int count = Math.min(MOST, request.query("count").map(Integer::parseInt).orElse(50));
        List<Map<String, Object>> found = archives.values().stream()
                .filter(it -> session == null || session.equals(it.get("sessionId")))
                .toList();
        return VendorAnswer.json(
                200,
                JSON.writeValueAsString(Map.of(
                        "count", found.size(),
                        "items", found.stream().skip(offset).limit(count).toList())));
    }

    private Map<String, Object> become(Map<String, Object> archive, String status) {
        archive.put("status", status);
        archive.put("updatedAt", callbacks.now());
        callbacks.archive(archive);
        return archive;
    }

    private static boolean is(Map<String, Object> archive, String status) {
        return status.equals(archive.get("status"));
    }

    private static VendorAnswer json(Map<String, Object> archive) {
        return VendorAnswer.json(200, JSON.writeValueAsString(archive));
    }
}
