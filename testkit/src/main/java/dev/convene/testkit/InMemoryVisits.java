package dev.convene.testkit;

import dev.convene.core.attendance.Visit;
import dev.convene.core.attendance.Visits;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderName;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Visits in a map. Thread-safe. */
final class InMemoryVisits implements Visits {

    private record Key(Room room, ConnectionId connection) {
        static Key of(Visit visit) {
            return new Key(visit.room(), visit.connection());
        }
    }

    private final InMemoryTransaction transaction;
    private final InMemoryMeetings meetings;
    private final Map<Key, NumberedVisit> visits = new HashMap<>();
    private long lastNumber;

    InMemoryVisits(InMemoryTransaction transaction, InMemoryMeetings meetings) {
        this.transaction = transaction;
        this.meetings = meetings;
    }

    @Override
    public boolean knows(Room room) {
        return meetings.meetingOf(room).isPresent();
    }

    @Override
    public Merged merge(Visit visit) {
        return transaction.alone(() -> {
            NumberedVisit known = visits.get(Key.of(visit));
            NumberedVisit merged = known == null
                    ? new NumberedVisit(++lastNumber, visit)
                    : new NumberedVisit(known.number(), known.visit().merge(visit));
            transaction.put(visits, Key.of(visit), merged);
            return new Merged(known == null ? null : known.visit(), merged.visit());
        });
    }

    @Override
    public void seen(ProviderName provider, Collection<ConnectionId> connections, Instant at) {
        transaction.inOne(() -> connections.forEach(connection -> select(of(provider))
                .map(NumberedVisit::visit)
                .filter(it -> it.connection().equals(connection))
                .toList()
                .forEach(it -> merge(new Visit(it.room(), connection, null, null, null, at)))));
    }

    @Override
    public List<NumberedVisit> of(MeetingLink link) {
        return transaction.alone(() -> select(it -> meetings.meetingOf(it.room())
                        .map(Meeting::link)
                        .filter(link::equals)
                        .isPresent())
                .sorted(Comparator.comparingLong(NumberedVisit::number))
                .toList());
    }

    @Override
    public List<Visit> open(ProviderName provider, int limit) {
        return transaction.alone(() -> select(of(provider).and(this::isOpen))
                .map(NumberedVisit::visit)
                .sorted(Comparator.comparing(Visit::seenAt))
                .limit(limit)
                .toList());
    }

    /** How many visits of such meetings go on. */
    int countOpen(Predicate<Meeting> of) {
        return transaction.alone(() -> Math.toIntExact(select(this::isOpen)
                .filter(it -> meetings.meetingOf(it.visit().room()).filter(of).isPresent())
                .count()));
    }

    private Stream<NumberedVisit> select(Predicate<Visit> which) {
        return visits.values().stream().filter(it -> which.test(it.visit()));
    }

    private boolean isOpen(Visit visit) {
        return visit.leftAt() == null
                && !visit.isAdopted()
                && meetings.meetingOf(visit.room())
                        .filter(it -> it.state() != Meeting.State.ENDED)
                        .isPresent();
    }

    private static Predicate<Visit> of(ProviderName provider) {
        return it -> it.room().provider().equals(provider);
    }
}
