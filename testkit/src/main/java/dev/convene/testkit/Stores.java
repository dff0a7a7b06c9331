package dev.convene.testkit;

import dev.convene.core.archive.ArchiveStores;
import dev.convene.core.archive.Archives;
import dev.convene.core.archive.StorageTargets;
import dev.convene.core.attendance.Visits;
import dev.convene.core.event.EventLog;
import dev.convene.core.event.EventStores;
import dev.convene.core.meeting.IdempotencyKeys;
import dev.convene.core.meeting.MeetingStores;
import dev.convene.core.meeting.Meetings;
import dev.convene.core.meeting.Removals;
import dev.convene.core.meeting.TenantUsage;
import dev.convene.core.store.Transaction;

/** All stores of one technology; the transaction covers every one of them. */
public record Stores(
        Meetings meetings,
        IdempotencyKeys idempotencyKeys,
        TenantUsage usage,
        Removals removals,
        Visits visits,
        EventLog events,
        Archives archives,
        StorageTargets targets,
        Transaction transaction) {

    /** Empty stores that forget everything with the process, and pass the same kits as those that do not. */
    public static Stores inMemory() {
        var transaction = new InMemoryTransaction();
        var meetings = new InMemoryMeetings(transaction);
        var visits = new InMemoryVisits(transaction, meetings);
        return new Stores(
                meetings,
                new InMemoryIdempotencyKeys(transaction, meetings),
                new InMemoryTenantUsage(transaction, meetings, visits),
                new InMemoryRemovals(transaction, meetings),
                visits,
                new InMemoryEventLog(transaction),
                new InMemoryArchives(transaction),
                new InMemoryStorageTargets(transaction),
                transaction);
    }

    public MeetingStores forMeetings() {
        return new MeetingStores(meetings, idempotencyKeys, usage, removals);
    }

    public EventStores forEvents() {
        return new EventStores(events, visits, transaction);
    }

    public ArchiveStores forArchives() {
        return new ArchiveStores(archives, targets, transaction);
    }
}
