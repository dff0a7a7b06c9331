package dev.convene.provider.embedded;

import org.jspecify.annotations.Nullable;

/** What a browser may say. A {@code from} of its own is not read: the sender is whoever the socket belongs to. */
sealed interface ClientMessage {

    /** @param resume the sender's earlier connection that this one replaces */
    record Join(String token, @Nullable String resume) implements ClientMessage {
        @Override
        public String toString() {
            return "Join";
        }
    }

    record Leave() implements ClientMessage {}

    record Ping() implements ClientMessage {}

    /** What only somebody in a room may say. */
    sealed interface InRoom extends ClientMessage {}

    record Description(String to, SessionDescription description) implements InRoom {}

    /** @param candidate null: there are no more */
    record Candidate(String to, @Nullable IceCandidate candidate) implements InRoom {}

    record State(MediaState state) implements InRoom {}

    record Chat(String text) implements InRoom {}

    record Remove(String peerId) implements InRoom {}

    record End() implements InRoom {}

    /** https://www.w3.org/TR/webrtc/#dom-rtcsessiondescriptioninit */
    record SessionDescription(String type, String sdp) {}

    /** https://www.w3.org/TR/webrtc/#dom-rtcicecandidateinit */
    record IceCandidate(
            String candidate,
            @Nullable String sdpMid,
            @Nullable Integer sdpMLineIndex,
            @Nullable String usernameFragment) {}
}
