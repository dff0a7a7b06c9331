package dev.convene.testkit;

import dev.convene.core.attendance.AttendanceStores;
import dev.convene.core.attendance.EventLog;
import dev.convene.core.attendance.Transaction;
import dev.convene.core.attendance.Visits;
import dev.convene.core.meeting.IdempotencyKeys;
import dev.convene.core.meeting.MeetingStores;
import dev.convene.core.meeting.Meetings;

/** All stores of one technology; the transaction covers every one of them. */
public record Stores(
        Meetings meetings, IdempotencyKeys idempotencyKeys, Visits visits, EventLog events, Transaction transaction) {

    /** Empty stores that forget everything with the process, and pass the same kits as those that do not. */
    public static Stores inMemory() {
        var transaction = new InMemoryTransaction();
        var meetings = new InMemoryMeetings(transaction);
        return new Stores(
                meetings,
                new InMemoryIdempotencyKeys(transaction, meetings),
                new InMemoryVisits(transaction, meetings),
                new InMemoryEventLog(transaction),
                transaction);
    }

    public MeetingStores forMeetings() {
        return new MeetingStores(meetings, idempotencyKeys);
    }

    public AttendanceStores forAttendance() {
        return new AttendanceStores(visits, events, transaction);
    }
}
