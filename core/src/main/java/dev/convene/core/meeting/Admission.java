package dev.convene.core.meeting;

import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;

/** A person is let in: into which meeting, as what, and the token that proves it to the provider. */
public record Admission(Meeting meeting, Grant grant, JoinToken token) {}
