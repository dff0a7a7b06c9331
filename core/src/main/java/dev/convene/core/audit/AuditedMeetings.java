package dev.convene.core.audit;

import dev.convene.core.audit.AuditTrail.States;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingPage;
import dev.convene.core.meeting.MeetingQuery;
import dev.convene.core.meeting.Meetings;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import dev.convene.core.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Meetings whose every change is in the audit log: both are kept, or neither. */
public final class AuditedMeetings implements Meetings {

    private final Meetings meetings;
    private final Transaction transaction;
    private final AuditTrail trail;

    /** @param transaction of the meetings and of the trail's outbox */
    public AuditedMeetings(Meetings meetings, Transaction transaction, AuditTrail trail) {
        this.meetings = meetings;
        this.transaction = transaction;
        this.trail = trail;
    }

    @Override
    public void add(Meeting meeting) {
        transaction.inOne(() -> {
            meetings.add(meeting);
            record(null, meeting);
        });
    }

    @Override
    public Optional<Meeting> meetingOf(Room room) {
        return meetings.meetingOf(room);
    }

    @Override
    public Meeting change(TenantId tenant, MeetingLink link, UnaryOperator<Meeting> change) {
        var before = new AtomicReference<Meeting>();
        var after = new AtomicReference<Meeting>();
        transaction.inOne(() -> {
            after.set(meetings.change(tenant, link, it -> {
                // called again after a conflict: the last is the one that counts
                before.set(it);
                return change.apply(it);
            }));
            if (!after.get().equals(before.get())) {
                record(before.get(), after.get());
            }
        });
        return after.get();
    }

    private void record(@Nullable Meeting before, Meeting after) {
        var subject = AuditSubject.meeting(after.tenant(), after.link().value());
        var states = new States(before == null ? null : Snapshots.of(before), Snapshots.of(after));
        trail.add(subject, states, actor(before, after));
    }

    /** As the meeting's history says, for guests are not known otherwise; a new room is not in it. */
    private static @Nullable String actor(@Nullable Meeting before, Meeting after) {
        if (before != null && before.history().equals(after.history())) {
            return null;
        }
        return Objects.requireNonNullElse(after.history().modified().by(), AuditEntry.NOBODY);
    }

    /** Not a change that anybody made: the provider did what was decided before. */
    @Override
    public void roomClosed(Room room, Instant at) {
        meetings.roomClosed(room, at);
    }

    @Override
    public void roomNotClosed(Room room, Instant again) {
        meetings.roomNotClosed(room, again);
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
}
