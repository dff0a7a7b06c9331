package dev.convene.provider.embedded;

/** What may go wrong on a socket: its name on the wire, and how the socket is closed if it cannot go on. */
enum ErrorCode {
    TOKEN_INVALID("token-invalid", CloseCode.TOKEN),
    TOKEN_EXPIRED("token-expired", CloseCode.TOKEN),
    ROOM_FULL("room-full", CloseCode.ROOM_FULL),
    ROOM_CLOSED("room-closed", CloseCode.ROOM_ENDED),
    RATE_LIMITED("rate-limited", CloseCode.RATE),
    MESSAGE_TOO_LARGE("message-too-large", CloseCode.TOO_BIG),
    NOT_ALLOWED("not-allowed", CloseCode.NOT_ALLOWED),
    BAD_MESSAGE("bad-message", CloseCode.BAD_MESSAGE),
    UNAVAILABLE("unavailable", CloseCode.TRY_LATER);

    private final String wire;
    private final CloseCode closeCode;

    ErrorCode(String wire, CloseCode closeCode) {
        this.wire = wire;
        this.closeCode = closeCode;
    }

    String wire() {
        return wire;
    }

    CloseCode closeCode() {
        return closeCode;
    }
}
