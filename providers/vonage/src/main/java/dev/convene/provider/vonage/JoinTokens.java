package dev.convene.provider.vonage;

import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.RoomId;

/** Signs grants in one of the forms that Vonage accepts. Thread-safe; nothing is sent. */
interface JoinTokens {

    /** Entering a session needs this, and is all it allows. */
    String SCOPE = "session.connect";

    JoinToken sign(RoomId room, Grant grant);
}
