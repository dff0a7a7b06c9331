package dev.convene.provider.embedded;

import tools.jackson.databind.json.JsonMapper;

/** Writes what a browser is told. A mapper of our own: the host application's settings do not change the protocol. */
final class ServerMessageWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ServerMessageWriter() {}

    static String write(ServerMessage message) {
        return JSON.writerFor(ServerMessage.class).writeValueAsString(message);
    }
}
