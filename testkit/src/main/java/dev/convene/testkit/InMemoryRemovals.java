package dev.convene.testkit;

import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Removals;
import dev.convene.core.meeting.Room;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Removals in a map. Thread-safe. */
final class InMemoryRemovals implements Removals {

    private record Removal(MeetingLink meeting, String identity) {}

    private final InMemoryTransaction transaction;
    private final InMemoryMeetings meetings;
    private final Map<Removal, Instant> removals = new HashMap<>();

    InMemoryRemovals(InMemoryTransaction transaction, InMemoryMeetings meetings) {
        this.transaction = transaction;
        this.meetings = meetings;
    }

    @Override
    public void add(Room room, String identity, Instant at) {
        transaction.inOne(() -> meetings.meetingOf(room)
                .ifPresent(it -> transaction.put(removals, new Removal(it.link(), identity), at)));
    }

    @Override
    public boolean contains(Room room, String identity) {
        return transaction.alone(() -> meetings.meetingOf(room)
                .filter(it -> removals.containsKey(new Removal(it.link(), identity)))
                .isPresent());
    }
}
