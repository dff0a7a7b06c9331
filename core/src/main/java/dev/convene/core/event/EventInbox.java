package dev.convene.core.event;

import dev.convene.core.archive.ArchiveLedger;
import dev.convene.core.attendance.Visit;
import dev.convene.core.attendance.Visits;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingProblem.AlreadyEnded;
import dev.convene.core.meeting.Meetings;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvent.RoomClosed;
import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Takes what providers report: each event once, with its effect, in one transaction. Thread-safe. */
public final class EventInbox implements ProviderEvents {

    private final EventLog events;
    private final Visits visits;
    private final Transaction transaction;
    private final Meetings meetings;
    private final ArchiveLedger archives;
    private final Clock clock;

    public EventInbox(EventStores stores, Meetings meetings, ArchiveLedger archives, Clock clock) {
        this.events = stores.events();
        this.visits = stores.visits();
        this.transaction = stores.transaction();
        this.meetings = meetings;
        this.archives = archives;
        this.clock = clock;
    }

    @Override
    public void report(ProviderName provider, List<ProviderEvent> reported) {
        transaction.inOne(() -> reported.forEach(event -> takeOnce(provider, event)));
    }

    @Override
    public void stillConnected(ProviderName provider, Set<ConnectionId> connections, Instant at) {
        visits.seen(provider, connections, at);
    }

    private void takeOnce(ProviderName provider, ProviderEvent event) {
        var room = new Room(provider, event.room());
        if (visits.knows(room) && events.addIfNew(provider, event, clock.instant())) {
            apply(room, event);
        }
    }

    private void apply(Room room, ProviderEvent event) {
        switch (event) {
            case Joined it -> join(room, it);
            case Left it -> visits.merge(new Visit(room, it.connection(), it.participant(), null, it.at(), it.at()));
            case EndedByModerator it -> end(room, it);
            case RoomClosed it -> meetings.roomClosed(room, it.at());
            case ArchiveChanged it -> archives.report(room.provider(), it.report(), it.at());
        }
    }

    /** A vendor that closes no room for good lets in who still holds a token: then it is closed once more. */
    private void join(Room room, Joined event) {
        visits.merge(new Visit(room, event.connection(), event.participant(), event.at(), null, event.at()));
        meetings.meetingOf(room)
                .filter(it -> it.state() == Meeting.State.ENDED)
                .ifPresent(it -> meetings.roomNotClosed(room, clock.instant()));
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
