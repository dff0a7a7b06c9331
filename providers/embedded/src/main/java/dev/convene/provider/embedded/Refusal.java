package dev.convene.provider.embedded;

/** A message that is not followed. The text is for the developer of a client; it holds nothing that the client sent. */
final class Refusal extends RuntimeException {

    private final ErrorCode code;
    private final String detail;
    private final boolean closing;

    private Refusal(ErrorCode code, String message, boolean closing) {
        // an answer to a peer, not a defect of ours: no stack trace
        super(message, null, false, false);
        this.code = code;
        this.detail = message;
        this.closing = closing;
    }

    /** The connection goes on without what was asked for. */
    static Refusal of(ErrorCode code, String message) {
        return new Refusal(code, message, false);
    }

    /** The connection ends with it. */
    static Refusal closing(ErrorCode code, String message) {
        return new Refusal(code, message, true);
    }

    static Refusal badMessage(String message) {
        return closing(ErrorCode.BAD_MESSAGE, message);
    }

    ErrorCode code() {
        return code;
    }

    String detail() {
        return detail;
    }

    boolean isClosing() {
        return closing;
    }
}
