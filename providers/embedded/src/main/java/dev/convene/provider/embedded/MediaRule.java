package dev.convene.provider.embedded;

import dev.convene.core.provider.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What two people's roles allow to flow between them. The media passes the server by, the descriptions of it do not. */
final class MediaRule {

    private static final Set<String> SENDING = Set.of("sendrecv", "sendonly");
    private static final Set<String> RECEIVING = Set.of("sendrecv", "recvonly");
    private static final List<String> DEFAULT = List.of("sendrecv");
    private static final String DIRECTION = "(sendrecv|sendonly|recvonly|inactive)";
    private static final Pattern STATED = Pattern.compile("(?md)^a=" + DIRECTION + "\\r?$");
    private static final Pattern MENTIONED = Pattern.compile("(?i)\\b" + DIRECTION + "\\b");
    /** Where a line ends for one parser and not for another. */
    private static final Pattern UNCLEAR = Pattern.compile("\\r(?!\\n)|[\\p{Cntrl}&&[^\\r\\n\\t]]");

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
        if (UNCLEAR.matcher(sdp).find()) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED, "A description has no control characters but its line ends");
        }
        String[] sections = ("\n" + sdp).split("\n(?=m=)");
        List<String> ofSession = directionsIn(sections[0], DEFAULT);
        return List.of(sections).subList(1, sections.length).stream()
                .filter(it -> !it.startsWith("m=application"))
                .flatMap(it -> directionsIn(it, ofSession).stream())
                .toList();
    }

    /**
     * Browsers read more than is well-formed, such as {@code a=sendrecv:x}, so each that is mentioned counts; but only a
     * well-formed one takes the place of the default.
     */
    private static List<String> directionsIn(String section, List<String> otherwise) {
        Stream<String> mentioned =
                MENTIONED.matcher(section).results().map(it -> it.group().toLowerCase(Locale.ROOT));
        return Stream.concat(STATED.matcher(section).find() ? Stream.empty() : otherwise.stream(), mentioned)
                .toList();
    }
}
