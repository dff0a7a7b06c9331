package dev.convene.core.meeting;

import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Tells hooks of each change from what was before and what is then: whichever way it comes, and once. */
final class WatchedMeetings implements Meetings {

    private final Meetings meetings;
    private final Hooks hooks;

    WatchedMeetings(Meetings meetings, Hooks hooks) {
        this.meetings = meetings;
        this.hooks = hooks;
    }

    @Override
    public void add(Meeting meeting) {
        meetings.add(meeting);
        hooks.after(it -> it.afterCreate(meeting));
    }

    @Override
    public Meeting change(TenantId tenant, MeetingLink link, UnaryOperator<Meeting> change) {
        // set again if the change is made again, because another came in between
        var before = new AtomicReference<Meeting>();
        Meeting now = meetings.change(tenant, link, it -> {
            before.set(it);
            return change.apply(it);
        });
        tell(before.get(), now);
        return now;
    }

    private void tell(Meeting before, Meeting now) {
        if (before.history().startedAt() == null && now.history().startedAt() != null) {
            hooks.after(it -> it.afterStart(now));
        }
        if (isEdited(before, now)) {
            hooks.after(it -> it.afterEdit(now));
        }
        if (before.history().endedAt() == null && now.history().endedAt() != null) {
            hooks.after(it -> it.afterEnd(now));
        }
    }

    private static boolean isEdited(Meeting before, Meeting now) {
        return !Objects.equals(before.details(), now.details())
                || !Objects.equals(before.schedule(), now.schedule())
                || !Objects.equals(before.options(), now.options());
    }

    @Override
    public Optional<Meeting> find(TenantId tenant, MeetingLink link) {
        return meetings.find(tenant, link);
    }

    @Override
    public Optional<Meeting> findByLink(MeetingLink link) {
        return meetings.findByLink(link);
    }

    @Override
    public Optional<Meeting> findByRoom(ProviderName provider, RoomId room) {
        return meetings.findByRoom(provider, room);
    }

    @Override
    public Optional<Meeting> meetingOf(Room room) {
        return meetings.meetingOf(room);
    }

    @Override
    public MeetingPage list(TenantId tenant, MeetingQuery query) {
        return meetings.list(tenant, query);
    }

    @Override
    public List<Meeting> overdue(Instant now, int limit) {
        return meetings.overdue(now, limit);
    }

    @Override
    public List<Meeting> toClose(Instant now, int limit) {
        return meetings.toClose(now, limit);
    }

    @Override
    public void roomClosed(Room room, Instant at) {
        meetings.roomClosed(room, at);
    }

    @Override
    public void roomNotClosed(Room room, Instant again) {
        meetings.roomNotClosed(room, again);
    }
}
