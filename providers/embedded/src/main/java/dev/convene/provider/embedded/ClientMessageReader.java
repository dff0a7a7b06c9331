package dev.convene.provider.embedded;

import dev.convene.core.provider.ConnectionId;
import dev.convene.provider.embedded.ClientMessage.Candidate;
import dev.convene.provider.embedded.ClientMessage.Chat;
import dev.convene.provider.embedded.ClientMessage.Description;
import dev.convene.provider.embedded.ClientMessage.End;
import dev.convene.provider.embedded.ClientMessage.IceCandidate;
import dev.convene.provider.embedded.ClientMessage.Join;
import dev.convene.provider.embedded.ClientMessage.Leave;
import dev.convene.provider.embedded.ClientMessage.Ping;
import dev.convene.provider.embedded.ClientMessage.Remove;
import dev.convene.provider.embedded.ClientMessage.SessionDescription;
import dev.convene.provider.embedded.ClientMessage.State;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a browser says: strict in what the protocol names, blind to everything else. Thread-safe. */
final class ClientMessageReader {

    /** An SDP of a browser is 5 to 20 thousand characters long. */
    static final int MAX_MESSAGE_LENGTH = 65_536;

    static final int MAX_CHAT_LENGTH = 2_000;

    private static final int MAX_TYPE_LENGTH = 32;
    private static final int MAX_CANDIDATE_LENGTH = 2_048;
    private static final int MAX_MID_LENGTH = 256;
    private static final int MAX_UFRAG_LENGTH = 256;
    private static final int MAX_MLINE = 65_535;
    private static final int MAX_DEPTH = 8;

    private static final Set<String> DESCRIPTION_TYPES = Set.of("offer", "answer");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ClientMessageReader() {}

    static ClientMessage read(String text) {
        if (text.length() > MAX_MESSAGE_LENGTH) {
            throw tooLarge();
        }
        var message = MessageFields.of(parse(text));
        return switch (message.text("type", MAX_TYPE_LENGTH)) {
            case "join" -> new Join(message.text("token", MAX_MESSAGE_LENGTH), peerIdOrNull(message, "resume"));
            case "description" -> new Description(peerId(message, "to"), description(message.in("description")));
            case "candidate" -> candidate(message);
            case "state" -> new State(state(message.in("state")));
            case "chat" -> chat(message);
            case "remove" -> new Remove(peerId(message, "peerId"));
            case "end" -> new End();
            case "leave" -> new Leave();
            case "ping" -> new Ping();
            // a newer client may know more than we do: it is told, and stays
            default -> throw Refusal.of(ErrorCode.BAD_MESSAGE, "The message's type is not known");
        };
    }

    static Refusal tooLarge() {
        return Refusal.closing(
                ErrorCode.MESSAGE_TOO_LARGE, "A message has at most " + MAX_MESSAGE_LENGTH + " characters");
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw Refusal.badMessage("The message is not JSON");
        }
    }

    private static String peerId(MessageFields fields, String name) {
        return fields.text(name, ConnectionId.MAX_LENGTH);
    }

    private static @Nullable String peerIdOrNull(MessageFields fields, String name) {
        return fields.optionalText(name, ConnectionId.MAX_LENGTH);
    }

    private static SessionDescription description(MessageFields fields) {
        String type = fields.text("type", MAX_TYPE_LENGTH);
        if (!DESCRIPTION_TYPES.contains(type)) {
            throw Refusal.badMessage("A description is an offer or an answer");
        }
        return new SessionDescription(type, fields.text("sdp", MAX_MESSAGE_LENGTH));
    }

    private static Candidate candidate(MessageFields message) {
        String to = peerId(message, "to");
        if (message.isNull("candidate")) {
            return new Candidate(to, null);
        }
        MessageFields fields = message.in("candidate");
        return new Candidate(
                to,
                new IceCandidate(
                        fields.text("candidate", MAX_CANDIDATE_LENGTH),
                        fields.optionalText("sdpMid", MAX_MID_LENGTH),
                        fields.optionalNumber("sdpMLineIndex", MAX_MLINE),
                        fields.optionalText("usernameFragment", MAX_UFRAG_LENGTH)));
    }

    private static MediaState state(MessageFields fields) {
        return new MediaState(fields.flag("audio"), fields.flag("video"), fields.flag("screen"));
    }

    private static Chat chat(MessageFields message) {
        String text = message.text("text", MAX_MESSAGE_LENGTH);
        if (text.length() > MAX_CHAT_LENGTH) {
            throw Refusal.of(
                    ErrorCode.MESSAGE_TOO_LARGE, "A chat message has at most " + MAX_CHAT_LENGTH + " characters");
        }
        if (text.isBlank()) {
            throw Refusal.of(ErrorCode.BAD_MESSAGE, "A chat message has a text");
        }
        return new Chat(text);
    }
}
