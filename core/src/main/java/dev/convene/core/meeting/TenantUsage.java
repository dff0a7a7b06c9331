package dev.convene.core.meeting;

/**
 * How much of the service a tenant uses now. Implementations are safe for use by many threads and pass
 * {@code TenantUsageCompatibilityKit}.
 */
public interface TenantUsage {

    /** Meetings that have been started and not ended. */
    int liveMeetings(TenantId tenant);

    /** Connections that are in a room of a meeting that goes on. */
    int participants(TenantId tenant);

    /** Runs the work in one transaction, on one node at a time for the same tenant. It is rolled back if the work throws. */
    void oneAtATime(TenantId tenant, Runnable work);
}
