package dev.convene.provider.livekit;

import java.util.Map;

/**
 * A request to LiveKit's API (<a href="https://docs.livekit.io/reference/server/server-apis/">Server APIs</a>).
 *
 * @param what it is for, to be told after "unavailable to"
 * @param method of a service, such as {@code RoomService/ListRooms}
 * @param grants what the call needs, and all that its token allows
 * @param body the fields of the request, by their names in snake case
 * @param repeatable whether doing it twice is the same as once
 */
record Call(String what, String method, Map<String, Object> grants, Map<String, Object> body, boolean repeatable) {

    /** One that only asks, or makes something so. */
    static Call repeatable(String what, String method, Map<String, Object> grants, Map<String, Object> body) {
        return new Call(what, method, grants, body, true);
    }

    /** One that makes something. */
    static Call once(String what, String method, Map<String, Object> grants, Map<String, Object> body) {
        return new Call(what, method, grants, body, false);
    }

    String path() {
        return "/twirp/livekit." + method;
    }
}
