package dev.convene.provider.livekit;

import java.util.Set;

/** What is in a room (LiveKit's {@code ParticipantInfo.Kind}). */
final class Kind {

    /** In a browser or an app, which is the default and may be left out, or on the telephone. */
    private static final Set<String> PEOPLE = Set.of("", "STANDARD", "SIP");

    private Kind() {}

    /** And not a recorder, an agent or a stream that is fed in. */
    static boolean isPerson(String kind) {
        return PEOPLE.contains(kind);
    }
}
