package dev.convene.provider.embedded;

import org.jspecify.annotations.Nullable;

/** The way to one browser. No method waits for the browser, so all may be called under a lock. Thread-safe. */
interface Line {

    /** Sends after all that was sent before. After {@link #close} nothing is sent any more. */
    void send(ServerMessage message);

    /** Asks for a sign of life below the browser's scripts (RFC 6455, 5.5.2), which it slows down in hidden tabs. */
    void ping();

    /** Closes once everything before, and {@code last} if there is one, has been sent. */
    void close(@Nullable ServerMessage last, CloseCode code);
}
