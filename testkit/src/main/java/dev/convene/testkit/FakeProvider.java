package dev.convene.testkit;

import dev.convene.core.provider.Archiver;
import dev.convene.core.provider.Capabilities;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvent.RoomClosed;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomLife;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.VideoProvider;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A provider in memory: it keeps rooms, lets in the people of a test by their tokens, and reports what they do as events,
 * which {@link FakeDelivery} may lose or forge on their way. Thread-safe.
 */
public final class FakeProvider implements VideoProvider {

    public static final ProviderName NAME = new ProviderName("fake");

    private record Person(RoomId room, Participant participant, Role role) {}

    private final ProviderName name;
    private final Capabilities capabilities;
    private final Clock clock;
    private final FakeTokens tokens = new FakeTokens();
    private final FakeWebhooks webhooks;
    private final Map<RoomId, RoomSpec> open = new HashMap<>();
    private final Map<ConnectionId, Person> connected = new LinkedHashMap<>();
    private final List<ProviderEvent> reports = new ArrayList<>();
    private final FakeArchiver archiver;
    private final Queue<ProviderFailure> failures = new ArrayDeque<>();
    private Runnable whenReported = () -> {};
    private int lastNumber;

    /** Named {@link #NAME}, with every capability. */
    public FakeProvider(Clock clock) {
        this(clock, RoomLife.UNTIL_CLOSED);
    }

    /** As above, with rooms that live so long. */
    public FakeProvider(Clock clock, RoomLife roomLife) {
        this(
                NAME,
                new Capabilities(Set.of(Capability.values()), 100, Participant.MAX_IDENTITY_LENGTH, roomLife),
                clock);
    }

    public FakeProvider(ProviderName name, Capabilities capabilities, Clock clock) {
        this.name = name;
        this.capabilities = capabilities;
        this.clock = clock;
        this.webhooks = new FakeWebhooks(name);
        this.archiver = new FakeArchiver(this, clock);
    }

    @Override
    public ProviderName name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public synchronized RoomId openRoom(RoomSpec spec) {
        failIfTold();
        var room = new RoomId(next("room"));
        open.put(room, spec);
        return room;
    }

    @Override
    public synchronized JoinToken issueToken(RoomId room, Grant grant) {
        failIfTold();
        return tokens.sign(room, grant);
    }

    @Override
    public synchronized void closeRoom(RoomId room) {
        failIfTold();
        open.remove(room);
        connectionsOf(room).forEach(this::leave);
    }

    @Override
    public synchronized Set<ConnectionId> connectionsIn(RoomId room) {
        failIfTold();
        return connectionsOf(room);
    }

    @Override
    public synchronized boolean isOpen(RoomId room) {
        failIfTold();
        return open.containsKey(room);
    }

    @Override
    public Optional<Archiver> archiver() {
        return capabilities.has(Capability.ARCHIVING) ? Optional.of(archiver) : Optional.empty();
    }

    /** What happens to its archives: they become ready, fail, expire. */
    public FakeArchiver archives() {
        return archiver;
    }

    /** Nobody is left, and the provider closes the room by itself. */
    public synchronized void expire(RoomId room) {
        open.remove(room);
        connectionsOf(room).forEach(this::leave);
        report(new RoomClosed(next("event"), room, clock.instant()));
    }

    /** The next call that would reach a vendor fails like this; of several, one after the other. */
    public synchronized void failNext(ProviderFailure failure) {
        failures.add(failure);
    }

    /** What is done at each report: to deliver them there is a webhook that is quicker than the answer to a call. */
    public synchronized void whenReported(Runnable then) {
        whenReported = then;
    }

    /** What reports of this provider come as. */
    public FakeWebhooks webhooks() {
        return webhooks;
    }

    /** As at Vonage, which has no way to close a room for good: who holds a token comes in again. */
    public synchronized void reopen(RoomId room) {
        open.put(room, RoomSpec.plain());
    }

    /** Lets a person in, and reports it; empty if the token is not ours or has expired, or the room is not open. */
    public synchronized Optional<ConnectionId> join(JoinToken token) {
        return tokens.open(token)
                .filter(it -> open.containsKey(it.room())
                        && clock.instant().isBefore(it.grant().expiresAt()))
                .map(it -> join(it.room(), it.grant()));
    }

    /** The person leaves, and it is reported. */
    public synchronized void leave(ConnectionId connection) {
        Person person = connected.remove(connection);
        if (person != null) {
            report(new Left(next("event"), person.room(), clock.instant(), connection, person.participant()));
        }
    }

    /** The person is gone, and nobody is told. */
    public synchronized void crash(ConnectionId connection) {
        connected.remove(connection);
    }

    /**
     * A moderator ends the room for everybody, and it is reported.
     *
     * @throws IllegalArgumentException if that connection is not a moderator's
     */
    public synchronized void end(ConnectionId moderator) {
        Person person = connected.get(moderator);
        if (person == null || person.role() != Role.MODERATOR) {
            throw new IllegalArgumentException("Only a moderator ends a room");
        }
        String identity = person.participant().identity();
        report(new EndedByModerator(next("event"), person.room(), clock.instant(), identity));
        open.remove(person.room());
        connectionsOf(person.room()).forEach(this::leave);
    }

    /** Everybody who is connected, in any room. */
    public synchronized Set<ConnectionId> connected() {
        return new HashSet<>(connected.keySet());
    }

    /** The rooms that are open, and as what. */
    public synchronized Map<RoomId, RoomSpec> openRooms() {
        return Map.copyOf(open);
    }

    /** What happened since this was last asked, in the order in which it happened. */
    public synchronized List<ProviderEvent> takeReports() {
        List<ProviderEvent> taken = List.copyOf(reports);
        reports.clear();
        return taken;
    }

    /** What a token of this provider says; empty for any other. */
    public Optional<DecodedToken> decode(JoinToken token) {
        return tokens.open(token)
                .map(it -> new DecodedToken(
                        it.room(),
                        it.grant().participant().identity(),
                        it.grant().role(),
                        it.grant().expiresAt()));
    }

    private ConnectionId join(RoomId room, Grant grant) {
        var connection = new ConnectionId(next("connection"));
        connected.put(connection, new Person(room, grant.participant(), grant.role()));
        report(new Joined(next("event"), room, clock.instant(), connection, grant.participant()));
        return connection;
    }

    synchronized Set<ConnectionId> connectionsOf(RoomId room) {
        return connected.entrySet().stream()
                .filter(it -> it.getValue().room().equals(room))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    synchronized void report(ProviderEvent event) {
        reports.add(event);
        whenReported.run();
    }

    synchronized void failIfTold() {
        ProviderFailure failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
    }

    synchronized String next(String kind) {
        lastNumber++;
        return kind + "-" + lastNumber;
    }
}
