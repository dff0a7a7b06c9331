package dev.convene.provider.embedded;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/** Between Spring's sockets and our sessions. */
final class SignalSocketHandler implements WebSocketHandler {

    private static final Logger LOG = System.getLogger(SignalSocketHandler.class.getName());
    private static final String ATTACHMENT = SignalSocketHandler.class.getName();

    private final Signalling signalling;

    SignalSocketHandler(Signalling signalling) {
        this.signalling = signalling;
    }

    /** Pieces are put together here: a container's own buffer would be allocated in full for every connection. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        var wire = new SocketWire(socket);
        var attachment = new Attachment[1];
        var line = new SocketLine(wire, () -> attachment[0].session().closed(false));
        attachment[0] = new Attachment(signalling.open(line), new StringBuilder());
        socket.getAttributes().put(ATTACHMENT, attachment[0]);
    }

    @Override
    public void handleMessage(WebSocketSession socket, WebSocketMessage<?> message) {
        Attachment attached = attachment(socket);
        switch (message) {
            case TextMessage text -> attached.received(text);
            case BinaryMessage binary -> attached.session().refuse(Refusal.badMessage("Messages are texts"));
            case PongMessage pong -> attached.session().heard();
            default -> LOG.log(Level.DEBUG, () -> "A " + message.getClass() + " is of no interest");
        }
    }

    @Override
    public void handleTransportError(WebSocketSession socket, Throwable error) {
        LOG.log(Level.DEBUG, "A socket failed", error);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        boolean cleanly = status.equalsCode(CloseStatus.NORMAL) || status.equalsCode(CloseStatus.GOING_AWAY);
        signalling.closed(attachment(socket).session(), cleanly);
    }

    private static Attachment attachment(WebSocketSession socket) {
        return (Attachment) Objects.requireNonNull(socket.getAttributes().get(ATTACHMENT));
    }

    /** @param pieces the message that is coming in; touched by the one thread that reads the socket */
    private record Attachment(SignalSession session, StringBuilder pieces) {

        void received(TextMessage piece) {
            if (pieces.length() + piece.getPayloadLength() > ClientMessageReader.MAX_MESSAGE_LENGTH) {
                pieces.setLength(0);
                session.refuse(ClientMessageReader.tooLarge());
                return;
            }
            if (piece.isLast() && pieces.isEmpty()) {
                session.received(piece.getPayload());
                return;
            }
            pieces.append(piece.getPayload());
            if (piece.isLast()) {
                String whole = pieces.toString();
                pieces.setLength(0);
                session.received(whole);
            }
        }
    }

    private record SocketWire(WebSocketSession socket) implements Wire {

        @Override
        public void text(String message) throws IOException {
            socket.sendMessage(new TextMessage(message));
        }

        @Override
        public void ping() throws IOException {
            socket.sendMessage(new PingMessage());
        }

        @Override
        public void close(CloseCode code) throws IOException {
            socket.close(new CloseStatus(code.value()));
        }
    }
}
