package dev.convene.provider.embedded;

import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import java.time.Instant;

/** What a verified join token says: who may enter which room as what, until when. */
record JoinClaims(RoomId room, Participant participant, Role role, Instant expiresAt) {}
