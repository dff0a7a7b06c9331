package dev.convene.core.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who did something, and when; nobody for what the service does by itself or an adopted row does not tell. */
public record Stamp(@Nullable String by, Instant at) {}
