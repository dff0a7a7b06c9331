package dev.convene.core.meeting;

import dev.convene.core.meeting.MeetingProblem.AlreadyEnded;
import dev.convene.core.meeting.MeetingProblem.Ended;
import dev.convene.core.meeting.MeetingProblem.NotOpenYet;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A meeting: the link people share, and the provider's room behind it. Immutable; each change is a new value.
 *
 * @param provider who carries it
 * @param roomId the current room; null until one is opened, if the provider's rooms live only while they are used
 */
public record Meeting(
        MeetingLink link,
        TenantId tenant,
        Details details,
        Schedule schedule,
        Options options,
        ProviderName provider,
        @Nullable RoomId roomId,
        History history) {

    /** Where a meeting is in its life, as the API's {@code state}. */
    public enum State {
        UPCOMING,
        LIVE,
        ENDED
    }

    /**
     * The current room.
     *
     * @throws IllegalStateException if there is none yet: ask {@link #hasRoom()} first
     */
    public Room room() {
        if (roomId == null) {
            throw new IllegalStateException("Meeting " + link + " has no room yet");
        }
        return new Room(provider, roomId);
    }

    public boolean hasRoom() {
        return roomId != null;
    }

    /** Goes on in another room of its provider, under the same link. */
    public Meeting moveTo(RoomId other) {
        return new Meeting(link, tenant, details, schedule, options, provider, other, history);
    }

    public State state() {
        if (history.endedAt() != null) {
            return State.ENDED;
        }
        return history.startedAt() == null ? State.UPCOMING : State.LIVE;
    }

    /** Lets someone in. The first to join starts the meeting. */
    public Meeting join(Stamp by, JoinPolicy policy) {
        requireOpen(by.at(), policy);
        return history.startedAt() == null ? with(history.started(by)) : this;
    }

    /** Refuses if nobody may come in at {@code now}. */
    public void requireOpen(Instant now, JoinPolicy policy) {
        Instant end = endedBy(now);
        if (end != null) {
            throw new Ended(end);
        }
        Instant opensAt = policy.opensAt(schedule);
        if (now.isBefore(opensAt)) {
            throw new NotOpenYet(opensAt, policy.opensBefore());
        }
    }

    /** When it ended, or its planned end if that has passed; null if it goes on. */
    public @Nullable Instant endedBy(Instant now) {
        if (history.endedAt() != null) {
            return history.endedAt();
        }
        return schedule.isOver(now) ? schedule.endsAt() : null;
    }

    /** Ends it; nobody is let in any more. */
    public Meeting end(Stamp by) {
        requireNotEnded();
        return with(history.ended(by));
    }

    void requireNotEnded() {
        if (history.endedAt() != null) {
            throw new AlreadyEnded();
        }
    }

    public Meeting edit(MeetingEdit edit, Stamp by) {
        Options changed = new Options(
                options.archived(),
                options.endToEndEncrypted(),
                edit.guestsAllowed().orElse(options.guestsAllowed()));
        return new Meeting(
                link,
                tenant,
                edit.details(details),
                edit.schedule(schedule, by.at()),
                changed,
                provider,
                roomId,
                history.modified(by));
    }

    /** Whether this caller moderates it: who created it, and who holds the permission. */
    public boolean isModeratedBy(Caller caller) {
        return caller.moderator() || caller.id().equals(history.created().by());
    }

    private Meeting with(History changed) {
        return new Meeting(link, tenant, details, schedule, options, provider, roomId, changed);
    }
}
