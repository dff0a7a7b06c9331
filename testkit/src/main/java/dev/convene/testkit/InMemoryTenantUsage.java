package dev.convene.testkit;

import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.meeting.TenantUsage;

/** Counts what is in the other stores in memory. Thread-safe. */
final class InMemoryTenantUsage implements TenantUsage {

    private final InMemoryTransaction transaction;
    private final InMemoryMeetings meetings;
    private final InMemoryVisits visits;

    InMemoryTenantUsage(InMemoryTransaction transaction, InMemoryMeetings meetings, InMemoryVisits visits) {
        this.transaction = transaction;
        this.meetings = meetings;
        this.visits = visits;
    }

    @Override
    public int liveMeetings(TenantId tenant) {
        return meetings.count(it -> it.tenant().equals(tenant) && it.state() == Meeting.State.LIVE);
    }

    @Override
    public int participants(TenantId tenant) {
        return visits.countOpen(it -> it.tenant().equals(tenant));
    }

    @Override
    public void oneAtATime(TenantId tenant, Runnable work) {
        transaction.inOne(work);
    }
}
