package dev.convene.core.meeting;

import dev.convene.core.meeting.IdempotencyKeys.Claim;
import dev.convene.core.meeting.MeetingProblem.NotOffered;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomLife;
import dev.convene.core.provider.Rooms;
import dev.convene.core.provider.VideoProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Creates, edits, ends and finds meetings. Thread-safe. */
public final class MeetingService implements Rooms {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final int POLLS = 500;

    private final Meetings meetings;
    private final IdempotencyKeys keys;
    private final Removals removals;
    private final Providers providers;
    private final MeetingRules rules;
    private final RoomCloser closer;
    private final Clock clock;

    public MeetingService(MeetingStores stores, Providers providers, MeetingRules rules, Clock clock) {
        this.meetings = stores.meetings();
        this.keys = stores.idempotencyKeys();
        this.removals = stores.removals();
        this.providers = providers;
        this.rules = rules;
        this.closer = new RoomCloser(meetings, providers, clock);
        this.clock = clock;
    }

    /** Creates a meeting with the preferred provider. If the provider fails, nothing is kept. */
    public Meeting create(Caller caller, NewMeeting wanted) {
        return create(caller, wanted, rules.links().next());
    }

    /** As {@link #create(Caller, NewMeeting)}, but requests with an equal key create one meeting, however many there are. */
    public Meeting createOnce(Caller caller, NewMeeting wanted, IdempotencyKey key) {
        MeetingLink link = rules.links().next();
        for (int i = 0; i < POLLS; i++) {
            switch (keys.claim(key, link, clock.instant())) {
                case Claim.Won won -> {
                    return createOrRelease(caller, wanted, key, won);
                }
                case Claim.Done done -> {
                    return get(caller, done.link());
                }
                case Claim.Reused reused -> throw new MeetingProblem.IdempotencyKeyReused();
                case Claim.InFlight inFlight -> LockSupport.parkNanos(POLL.toNanos());
            }
        }
        throw new MeetingProblem.IdempotencyKeyInUse();
    }

    public Meeting get(Caller caller, MeetingLink link) {
        return meetings.find(caller.tenant(), link).orElseThrow(() -> new Unknown(link));
    }

    public MeetingPage list(Caller caller, MeetingQuery query) {
        return meetings.list(caller.tenant(), query);
    }

    public Meeting edit(Caller caller, MeetingLink link, MeetingEdit edit) {
        if (!rules.hooks().isEmpty()) {
            Meeting meeting = get(caller, link);
            rules.hooks().before(it -> it.beforeEdit(caller, meeting, edit));
        }
        return meetings.change(caller.tenant(), link, it -> it.edit(edit, stamp(caller)));
    }

    /** Ends the meeting for everybody. If the provider cannot close the room now, the sweeper goes on trying. */
    public Meeting end(Caller caller, MeetingLink link) {
        if (!rules.hooks().isEmpty()) {
            Meeting meeting = get(caller, link);
            meeting.requireNotEnded();
            rules.hooks().before(it -> it.beforeEnd(caller, meeting));
        }
        Meeting ended = meetings.change(caller.tenant(), link, it -> it.end(stamp(caller)));
        if (ended.hasRoom()) {
            closer.close(ended.room());
        }
        return ended;
    }

    @Override
    public boolean isOpen(ProviderName provider, RoomId room) {
        return meetings.findByRoom(provider, room)
                .filter(it -> it.endedBy(clock.instant()) == null)
                .isPresent();
    }

    @Override
    public void remove(ProviderName provider, RoomId room, String identity) {
        removals.add(new Room(provider, room), identity, clock.instant());
    }

    @Override
    public boolean isRemoved(ProviderName provider, RoomId room, String identity) {
        return removals.contains(new Room(provider, room), identity);
    }

    private Meeting createOrRelease(Caller caller, NewMeeting wanted, IdempotencyKey key, Claim.Won claim) {
        try {
            return create(caller, wanted, claim.link());
        } catch (RuntimeException e) {
            keys.release(key, claim);
            throw e;
        }
    }

    private Meeting create(Caller caller, NewMeeting wanted, MeetingLink link) {
        Stamp created = stamp(caller);
        Schedule schedule = wanted.schedule(created.at());
        VideoProvider provider = providers.preferred();
        requireOffered(provider, wanted.options());
        rules.hooks().before(it -> it.beforeCreate(caller, wanted));
        var meeting = new Meeting(
                link,
                caller.tenant(),
                wanted.details(),
                schedule,
                wanted.options(),
                provider.name(),
                firstRoom(provider, wanted),
                History.createdBy(created));
        try {
            meetings.add(meeting);
        } catch (RuntimeException e) {
            requireOwnRoom(meeting, e);
            if (meeting.hasRoom()) {
                closer.close(meeting.room());
            }
            throw e;
        }
        return meeting;
    }

    /** A provider that gives out a room twice must not cost the meeting that has it its people: it stays open. */
    private void requireOwnRoom(Meeting meeting, RuntimeException cause) {
        boolean taken = cause instanceof IllegalStateException
                && meeting.hasRoom()
                && meetings.meetingOf(meeting.room()).isPresent();
        if (taken) {
            throw new ProviderFailure.Refused(meeting.provider(), "open a new room: it gave another meeting's", cause);
        }
    }

    /** A room that nobody uses would be gone before a later meeting begins: it is opened when the first comes. */
    private static @Nullable RoomId firstRoom(VideoProvider provider, NewMeeting wanted) {
        boolean later = wanted.scheduledFor() != null && provider.capabilities().roomLife() == RoomLife.WHILE_USED;
        return later ? null : provider.openRoom(wanted.options().roomSpec());
    }

    private static void requireOffered(VideoProvider provider, Options options) {
        if (options.archived()) {
            requireOffered(provider, Capability.ARCHIVING);
        }
        if (options.endToEndEncrypted()) {
            requireOffered(provider, Capability.END_TO_END_ENCRYPTION);
        }
    }

    private static void requireOffered(VideoProvider provider, Capability capability) {
        if (!provider.capabilities().has(capability)) {
            throw new NotOffered(provider.name(), capability);
        }
    }

    private Stamp stamp(Caller caller) {
        return new Stamp(caller.id(), clock.instant());
    }
}
