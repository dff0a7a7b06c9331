package dev.convene.provider.embedded;

import java.io.IOException;

/** A socket as {@link SocketLine} needs it: one caller at a time, and every call may wait for the other side. */
interface Wire {

    void text(String message) throws IOException;

    void ping() throws IOException;

    void close(CloseCode code) throws IOException;
}
