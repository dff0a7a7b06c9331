package dev.convene.starter.web;

import dev.convene.core.audit.AuditAction;
import dev.convene.core.audit.AuditQuery;
import java.util.Arrays;
import java.util.Map;

/** The query string of {@code GET /audit-logs}. */
final class AuditParameters {

    private AuditParameters() {}

    static AuditQuery read(Map<String, String> parameters) {
        return new AuditQuery(
                ListParameters.text(parameters, "entityId"),
                ListParameters.text(parameters, "actor"),
                ListParameters.text(parameters, "action").map(AuditParameters::action),
                ListParameters.text(parameters, "from").map(it -> ListParameters.time("from", it)),
                ListParameters.text(parameters, "to").map(it -> ListParameters.time("to", it)),
                ListParameters.text(parameters, "cursor").map(AuditParameters::position),
                ListParameters.text(parameters, "limit")
                        .map(it -> ListParameters.limit(it, AuditQuery.MAX_LIMIT))
                        .orElse(AuditQuery.DEFAULT_LIMIT));
    }

    private static AuditAction action(String text) {
        return Arrays.stream(AuditAction.values())
                .filter(it -> it.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ListParameters.invalid("action is one of "
                        + Arrays.toString(AuditAction.values()).replaceAll("[\\[\\]]", "") + "."));
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new BadRequest("invalid-cursor", "The cursor is not one that a page gave as nextCursor.");
        }
    }
}
