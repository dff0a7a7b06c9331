package dev.convene.core.meeting;

/** The stores that {@link MeetingService} needs, which one technology provides together. */
public record MeetingStores(Meetings meetings, IdempotencyKeys idempotencyKeys, TenantUsage usage, Removals removals) {

    /** The same stores, but the hooks are told what happens to meetings. Everything that changes them works with these. */
    public MeetingStores watchedBy(Hooks hooks) {
        return new MeetingStores(hooks.watching(meetings), idempotencyKeys, usage, removals);
    }
}
