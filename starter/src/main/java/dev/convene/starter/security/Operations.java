package dev.convene.starter.security;

import static dev.convene.starter.security.Permission.CREATE_MEETING;
import static dev.convene.starter.security.Permission.DELETE_ARCHIVE;
import static dev.convene.starter.security.Permission.EDIT_MEETING;
import static dev.convene.starter.security.Permission.END_MEETING;
import static dev.convene.starter.security.Permission.ISSUE_TOKEN;
import static dev.convene.starter.security.Permission.READ_ARCHIVES;
import static dev.convene.starter.security.Permission.READ_ATTENDEES;
import static dev.convene.starter.security.Permission.READ_AUDIT_LOG;
import static dev.convene.starter.security.Permission.READ_MEETINGS;
import static dev.convene.starter.security.Permission.READ_METRICS;
import static dev.convene.starter.security.Permission.REVOKE_TOKENS;
import static dev.convene.starter.security.Permission.SET_STORAGE;
import static dev.convene.starter.security.Permission.START_ARCHIVE;
import static dev.convene.starter.security.Permission.STOP_ARCHIVE;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/**
 * Every operation and the permission it takes. Closed: what lies under the API's paths and is not listed does not exist,
 * so a route that is added and forgotten here answers 404 rather than everybody.
 */
final class Operations {

    /** One operation; a path within {@code **} is {@code *} once. */
    record Operation(HttpMethod method, PathRule path, Permission permission) {

        private boolean is(HttpMethod asked, PathContainer askedPath) {
            return method.equals(asked) && path.matches(askedPath);
        }
    }

    static final List<Operation> ALL = List.of(
            operation(POST, "/session", CREATE_MEETING),
            operation(GET, "/session", READ_MEETINGS),
            operation(GET, "/session/{link}", READ_MEETINGS),
            operation(PATCH, "/session/{link}", EDIT_MEETING),
            operation(PATCH, "/session/{link}/end", END_MEETING),
            operation(POST, "/session/{link}/token", ISSUE_TOKEN),
            operation(GET, "/session/{link}/attendees", READ_ATTENDEES),
            operation(GET, "/session/{link}/attendance", READ_ATTENDEES),
            operation(POST, "/session/{link}/archives", START_ARCHIVE),
            operation(GET, "/archives", READ_ARCHIVES),
            operation(PUT, "/archives/storage-target", SET_STORAGE),
            operation(GET, "/archives/{id}", READ_ARCHIVES),
            operation(DELETE, "/archives/{id}", DELETE_ARCHIVE),
            operation(GET, "/archives/{id}/download", READ_ARCHIVES),
            operation(POST, "/archives/{id}/stop", STOP_ARCHIVE),
            operation(PUT, "/archives/{id}/layout", START_ARCHIVE),
            operation(POST, "/access-tokens/revoked", REVOKE_TOKENS),
            operation(GET, "/providers", READ_MEETINGS),
            operation(GET, "/audit-logs", READ_AUDIT_LOG),
            operation(GET, "/actuator/prometheus", READ_METRICS));

    private static final PathRule CLOSED = PathRule.of(
            "/session/**", "/archives/**", "/access-tokens/**", "/providers", "/audit-logs/**", "/actuator/**");
    private static final PathRule HEALTH = PathRule.of("/actuator/health/**");
    private static final PathRule RECOGNISED = PathRule.of("/join/**", "/console/**");
    private static final Access OPEN = new Access.Open();
    private static final Access UNKNOWN = new Access.Unknown();

    private Operations() {}

    /** @param path within the application */
    static Access accessTo(HttpMethod method, PathContainer path) {
        if (RECOGNISED.matches(path)) {
            return new Access.Recognised();
        }
        if (!CLOSED.matches(path) || HEALTH.matches(path)) {
            return OPEN;
        }
        // Spring answers HEAD with what it has for GET
        HttpMethod asked = HttpMethod.HEAD.equals(method) ? GET : method;
        for (Operation operation : ALL) {
            if (operation.is(asked, path)) {
                return new Access.Permitted(operation.permission());
            }
        }
        return UNKNOWN;
    }

    private static Operation operation(HttpMethod method, String pattern, Permission permission) {
        return new Operation(method, PathRule.of(pattern), permission);
    }
}
