package dev.convene.provider.embedded;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.convene.provider.embedded.ClientMessage.IceCandidate;
import dev.convene.provider.embedded.ClientMessage.SessionDescription;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a browser is told. {@code from} is always the server's knowledge of who sent it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = ServerMessage.Welcome.class, name = "welcome"),
    @Type(value = ServerMessage.PeerJoined.class, name = "peer-joined"),
    @Type(value = ServerMessage.PeerLeft.class, name = "peer-left"),
    @Type(value = ServerMessage.Description.class, name = "description"),
    @Type(value = ServerMessage.Candidate.class, name = "candidate"),
    @Type(value = ServerMessage.State.class, name = "state"),
    @Type(value = ServerMessage.Chat.class, name = "chat"),
    @Type(value = ServerMessage.Pong.class, name = "pong"),
    @Type(value = ServerMessage.Error.class, name = "error"),
    @Type(value = ServerMessage.Ended.class, name = "ended"),
    @Type(value = ServerMessage.Removed.class, name = "removed"),
    @Type(value = ServerMessage.GoingAway.class, name = "going-away")
})
sealed interface ServerMessage {

    /**
     * The first message to who may enter.
     *
     * @param peers who is in already
     */
    record Welcome(
            String peerId,
            String identity,
            String name,
            String role,
            List<IceServer> iceServers,
            int maxPeers,
            Instant expiresAt,
            List<PeerView> peers)
            implements ServerMessage {}

    record PeerJoined(PeerView peer) implements ServerMessage {}

    record PeerLeft(String peerId, String reason) implements ServerMessage {}

    record Description(String from, SessionDescription description) implements ServerMessage {}

    record Candidate(String from, @Nullable IceCandidate candidate) implements ServerMessage {}

    record State(String from, MediaState state) implements ServerMessage {}

    record Chat(String from, String name, String text, Instant at) implements ServerMessage {}

    record Pong() implements ServerMessage {}

    record Error(String code, String message) implements ServerMessage {}

    record Ended() implements ServerMessage {}

    record Removed() implements ServerMessage {}

    record GoingAway() implements ServerMessage {}

    /**
     * Somebody else in the room.
     *
     * @param polite whether the receiver of the message is polite towards them (perfect negotiation,
     *     https://www.w3.org/TR/webrtc/#perfect-negotiation-example)
     */
    record PeerView(String peerId, String identity, String name, String role, MediaState state, boolean polite) {}
}
