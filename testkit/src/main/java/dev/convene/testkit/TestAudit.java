package dev.convene.testkit;

import static dev.convene.testkit.SettableClock.NOON;

import dev.convene.core.archive.ArchiveStores;
import dev.convene.core.attendance.Visits;
import dev.convene.core.audit.AuditOrigin;
import dev.convene.core.audit.AuditOutbox;
import dev.convene.core.audit.AuditTrail;
import dev.convene.core.audit.AuditedArchives;
import dev.convene.core.audit.AuditedMeetings;
import dev.convene.core.audit.AuditedStorageTargets;
import dev.convene.core.audit.AuditedVisits;
import dev.convene.core.audit.PersonNames;
import dev.convene.core.audit.RoomOwners;
import dev.convene.core.meeting.Change;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingEdit;
import dev.convene.core.meeting.Meetings;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.meeting.TenantId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores with the audit log on, as asked by {@code alice} in {@code request-7}; states are as Java shows maps. */
public record TestAudit(Stores stores, AuditOutbox outbox, Meetings meetings, Visits visits, ArchiveStores archives) {

    public static TestAudit inMemory() {
        Stores stores = Stores.inMemory();
        return on(stores, InMemoryAuditOutbox.of(stores));
    }

    /** @param outbox in the same transaction as the stores */
    public static TestAudit on(Stores stores, AuditOutbox outbox) {
        var trail = new AuditTrail(outbox, new Alice(), TestAudit::text, new SettableClock());
        RoomOwners owners = room -> stores.meetings().meetingOf(room).map(Meeting::tenant);
        return new TestAudit(
                stores,
                outbox,
                new AuditedMeetings(stores.meetings(), stores.transaction(), trail),
                new AuditedVisits(stores.forEvents(), owners, trail, PersonNames.HIDDEN),
                new ArchiveStores(
                        new AuditedArchives(stores.forArchives(), trail),
                        new AuditedStorageTargets(stores.forArchives(), trail),
                        stores.transaction()));
    }

    Meeting retitle(Meeting meeting, String title) {
        var edit = new MeetingEdit(
                Optional.empty(), Optional.empty(), Change.none(), Change.to(title), Change.none(), Optional.empty());
        return meetings.change(meeting.tenant(), meeting.link(), it -> it.edit(edit, new Stamp("ada", NOON)));
    }

    private static String text(Map<String, @Nullable Object> state) {
        return state.toString();
    }

    private record Alice() implements AuditOrigin {

        @Override
        public Optional<String> actor() {
            return Optional.of("alice");
        }

        @Override
        public Optional<TenantId> tenant() {
            return Optional.of(ExampleMeeting.TENANT);
        }

        @Override
        public Optional<String> requestId() {
            return Optional.of("request-7");
        }
    }
}
