package dev.convene.starter.web;

import dev.convene.starter.security.EveryPermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Someone who may read the audit log, and waits until what they look for is there. */
record AuditLogReader(RestServer server, Map<String, Object> person) {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    static AuditLogReader of(RestServer server, String tenant) {
        return new AuditLogReader(
                server, Map.of("id", "auditor", "tenantId", tenant, "permissions", EveryPermission.keys()));
    }

    /** The newest entries that were made for that request, as soon as there is one. */
    List<JsonNode> ofRequest(String requestId) {
        return await(1, "limit=100", requestId);
    }

    /** The entries that fit, the latest first, as soon as there are so many. */
    List<JsonNode> await(int count, String query) {
        return await(count, query, "");
    }

    JsonNode page(String query) {
        return server.as(person, "GET", "/audit-logs?" + query, "").json();
    }

    private List<JsonNode> await(int count, String query, String requestId) {
        long limit = System.nanoTime() + LIMIT.toNanos();
        List<JsonNode> found;
        do {
            found = page(query)
                    // not there while the log is out of reach
                    .path("items")
                    .valueStream()
                    .filter(it -> requestId.isEmpty()
                            || it.get("requestId").asString("").equals(requestId))
                    .toList();
            if (found.size() >= count) {
                return found;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        } while (System.nanoTime() < limit);
        throw new AssertionError("Of %d entries %s %s there are only %s".formatted(count, query, requestId, found));
    }
}
