package dev.convene.core.meeting;

/** The stores that {@link MeetingService} needs, which one technology provides together. */
public record MeetingStores(Meetings meetings, IdempotencyKeys idempotencyKeys, TenantUsage usage) {}
