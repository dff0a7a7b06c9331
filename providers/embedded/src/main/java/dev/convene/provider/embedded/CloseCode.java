package dev.convene.provider.embedded;

/**
 * Why a socket is closed. Below 4000 as registered, https://www.iana.org/assignments/websocket; above, our own, named after
 * the HTTP status of the same meaning.
 */
enum CloseCode {
    NORMAL(1000),
    TOO_BIG(1009),
    /** The client is to connect again. */
    RESTART(1012),
    TRY_LATER(1013),
    BAD_MESSAGE(4400),
    TOKEN(4401),
    NOT_ALLOWED(4403),
    ROOM_FULL(4409),
    ROOM_ENDED(4410),
    RATE(4429);

    private final int value;

    CloseCode(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }
}
