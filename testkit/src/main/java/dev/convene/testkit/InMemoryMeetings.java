package dev.convene.testkit;

import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingPage;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.meeting.MeetingQuery;
import dev.convene.core.meeting.MeetingQuery.Position;
import dev.convene.core.meeting.Meetings;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Meetings in maps. Thread-safe. */
class InMemoryMeetings implements Meetings {

    private static final Comparator<Position> LATEST_FIRST = Comparator.comparing(Position::scheduleTime)
            .reversed()
            .thenComparing(it -> it.link().value());

    private final InMemoryTransaction transaction;
    private final Map<MeetingLink, Meeting> meetings = new HashMap<>();
    /** Every room that a meeting has or had. */
    private final Map<Room, MeetingLink> rooms = new HashMap<>();

    private final Map<Room, Instant> closed = new HashMap<>();
    private final Map<Room, Instant> closeAgain = new HashMap<>();

    InMemoryMeetings(InMemoryTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Meeting meeting) {
        transaction.inOne(() -> {
            if (meetings.containsKey(meeting.link())) {
                throw new IllegalStateException("The link " + meeting.link() + " is taken");
            }
            keep(meeting);
        });
    }

    @Override
    public Optional<Meeting> find(TenantId tenant, MeetingLink link) {
        return findByLink(link).filter(it -> it.tenant().equals(tenant));
    }

    @Override
    public Optional<Meeting> findByLink(MeetingLink link) {
        return transaction.alone(() -> Optional.ofNullable(meetings.get(link)));
    }

    @Override
    public Optional<Meeting> findByRoom(ProviderName provider, RoomId id) {
        var room = new Room(provider, id);
        return meetingOf(room).filter(it -> it.hasRoom() && it.room().equals(room));
    }

    @Override
    public Meeting change(TenantId tenant, MeetingLink link, UnaryOperator<Meeting> change) {
        return transaction.alone(() -> {
            Meeting before = find(tenant, link).orElseThrow(() -> new Unknown(link));
            Meeting after = change.apply(before);
            transaction.inOne(() -> keep(after));
            return after;
        });
    }

    @Override
    public MeetingPage list(TenantId tenant, MeetingQuery query) {
        List<Meeting> found = select(
                it -> it.tenant().equals(tenant) && fits(it, query),
                Comparator.comparing(InMemoryMeetings::position, LATEST_FIRST),
                query.limit() + 1);
        return MeetingPage.of(found, query.limit());
    }

    @Override
    public List<Meeting> overdue(Instant now, int limit) {
        return select(it -> isOverdue(it, now), byTime(it -> it.schedule().endsAt()), limit);
    }

    @Override
    public List<Meeting> toClose(Instant now, int limit) {
        return select(
                it -> it.state() == Meeting.State.ENDED
                        && it.hasRoom()
                        && !closed.containsKey(it.room())
                        && !closeAfter(it).isAfter(now),
                Comparator.comparing(this::closeAfter),
                limit);
    }

    @Override
    public void roomClosed(Room room, Instant at) {
        transaction.inOne(() -> transaction.put(closed, room, at));
    }

    @Override
    public void roomNotClosed(Room room, Instant again) {
        transaction.inOne(() -> {
            transaction.remove(closed, room);
            transaction.put(closeAgain, room, again);
        });
    }

    @Override
    public Optional<Meeting> meetingOf(Room room) {
        return transaction.alone(() -> Optional.ofNullable(rooms.get(room)).map(meetings::get));
    }

    int count(Predicate<Meeting> which) {
        return transaction.alone(
                () -> Math.toIntExact(meetings.values().stream().filter(which).count()));
    }

    private Instant closeAfter(Meeting ended) {
        return closeAgain.getOrDefault(
                ended.room(), Objects.requireNonNull(ended.history().endedAt()));
    }

    private void keep(Meeting meeting) {
        if (meeting.hasRoom()) {
            takeRoom(meeting);
        }
        transaction.put(meetings, meeting.link(), meeting);
    }

    private void takeRoom(Meeting meeting) {
        MeetingLink holder = rooms.get(meeting.room());
        if (holder != null && !holder.equals(meeting.link())) {
            throw new IllegalStateException("The room " + meeting.room().id() + " is taken");
        }
        transaction.put(rooms, meeting.room(), meeting.link());
    }

    private List<Meeting> select(Predicate<Meeting> which, Comparator<Meeting> order, int limit) {
        return transaction.alone(() -> {
            Stream<Meeting> found = meetings.values().stream().filter(which).sorted(order);
            return found.limit(limit).toList();
        });
    }

    private static boolean fits(Meeting meeting, MeetingQuery query) {
        Instant time = meeting.schedule().at();
        return query.state().map(it -> it == meeting.state()).orElse(true)
                && query.from().map(it -> !time.isBefore(it)).orElse(true)
                && query.to().map(time::isBefore).orElse(true)
                && query.externalId()
                        .map(it -> it.equals(meeting.details().externalId()))
                        .orElse(true)
                && query.after()
                        .map(it -> LATEST_FIRST.compare(position(meeting), it) > 0)
                        .orElse(true);
    }

    private static boolean isOverdue(Meeting meeting, Instant now) {
        return meeting.state() != Meeting.State.ENDED && meeting.endedBy(now) != null;
    }

    private static Position position(Meeting meeting) {
        return new Position(meeting.schedule().at(), meeting.link());
    }

    private static Comparator<Meeting> byTime(Function<Meeting, @Nullable Instant> time) {
        return Comparator.comparing(it -> Objects.requireNonNull(time.apply(it)));
    }
}
