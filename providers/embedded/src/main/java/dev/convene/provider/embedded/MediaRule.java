package dev.convene.provider.embedded;

import dev.convene.core.provider.Role;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What two people's roles allow to flow between them. The media passes the server by, the descriptions of it do not. */
final class MediaRule {

    private static final Pattern LINES = Pattern.compile("[\\r\\n]+");
    private static final Set<String> SENDING = Set.of("a=sendrecv", "a=sendonly");
    private static final Set<String> RECEIVING = Set.of("a=sendrecv", "a=recvonly");
    private static final Set<String> DIRECTIONS = Set.of("a=sendrecv", "a=sendonly", "a=recvonly", "a=inactive");
    private static final List<String> DEFAULT = List.of("a=sendrecv");

    private MediaRule() {}

    /** Refuses a description by which more would flow. */
    static void require(Role from, Role to, String sdp) {
        boolean maySend = from.publishes() && to.subscribes();
        boolean mayReceive = to.publishes() && from.subscribes();
        if (maySend && mayReceive) {
            return;
        }
        List<String> directions = directions(sdp);
        if (!maySend && directions.stream().anyMatch(SENDING::contains)) {
            throw Refusal.of(
                    ErrorCode.NOT_ALLOWED, "Nothing may be sent from a " + from.value() + " to a " + to.value());
        }
        if (!mayReceive && directions.stream().anyMatch(RECEIVING::contains)) {
            throw Refusal.of(
                    ErrorCode.NOT_ALLOWED, "Nothing may be received by a " + from.value() + " from a " + to.value());
        }
    }

    /**
     * The directions of all sound and pictures. A media section without one has that of the session, and without that it
     * both sends and receives: https://www.rfc-editor.org/rfc/rfc8866#section-6.7
     */
    private static List<String> directions(String sdp) {
        String[] sections = ("\n" + sdp).split("[\\r\\n]+(?=m=)");
        List<String> ofSession = orElse(directionsIn(sections[0]), DEFAULT);
        return List.of(sections).subList(1, sections.length).stream()
                .filter(it -> !it.startsWith("m=application"))
                .flatMap(it -> orElse(directionsIn(it), ofSession).stream())
                .toList();
    }

    private static List<String> directionsIn(String section) {
        return LINES.splitAsStream(section)
                .map(String::strip)
                .filter(DIRECTIONS::contains)
                .toList();
    }

    private static List<String> orElse(List<String> found, List<String> otherwise) {
        return found.isEmpty() ? otherwise : found;
    }
}
