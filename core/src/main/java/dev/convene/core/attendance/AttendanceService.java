package dev.convene.core.attendance;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingProblem.AlreadyEnded;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.meeting.Meetings;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.ProviderName;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Takes what providers report and tells who was there. Thread-safe. */
public final class AttendanceService implements ProviderEvents {

    private final Visits visits;
    private final EventLog events;
    private final Transaction transaction;
    private final Meetings meetings;
    private final Clock clock;

    public AttendanceService(AttendanceStores stores, Meetings meetings, Clock clock) {
        this.visits = stores.visits();
        this.events = stores.events();
        this.transaction = stores.transaction();
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    public void report(ProviderName provider, List<ProviderEvent> reported) {
        transaction.inOne(() -> reported.forEach(event -> apply(provider, event)));
    }

    @Override
    public void stillConnected(ProviderName provider, Set<ConnectionId> connections, Instant at) {
        visits.seen(provider, connections, at);
    }

    public Attendance attendance(Caller caller, MeetingLink link) {
        Meeting meeting = meeting(caller, link);
        return Attendance.of(meeting, visits.of(link));
    }

    Instant now() {
        return clock.instant();
    }

    private Meeting meeting(Caller caller, MeetingLink link) {
        return meetings.find(caller.tenant(), link).orElseThrow(() -> new Unknown(link));
    }

    private void apply(ProviderName provider, ProviderEvent event) {
        var room = new Room(provider, event.room());
        if (!visits.knows(room) || !events.addIfNew(provider, event, clock.instant())) {
            return;
        }
        switch (event) {
            case Joined it -> visits.merge(new Visit(room, it.connection(), it.participant(), it.at(), null, it.at()));
            case Left it -> visits.merge(new Visit(room, it.connection(), it.participant(), null, it.at(), it.at()));
            case EndedByModerator it -> end(room, it);
        }
    }

    private void end(Room room, EndedByModerator event) {
        meetings.findByRoom(room.provider(), room.id()).ifPresent(meeting -> {
            try {
                meetings.change(
                        meeting.tenant(), meeting.link(), it -> it.end(new Stamp(event.identity(), event.at())));
            } catch (AlreadyEnded e) {
                // Ended on another way at the same time: that is what was wanted.
            }
        });
    }
}
