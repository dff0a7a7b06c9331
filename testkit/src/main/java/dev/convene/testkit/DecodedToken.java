package dev.convene.testkit;

import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import java.time.Instant;

/** What a provider reads in a join token: the room it opens, for whom, as what, until when. */
public record DecodedToken(RoomId room, String identity, Role role, Instant expiresAt) {}
