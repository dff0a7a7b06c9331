package dev.convene.starter.jdbc;

import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingPage;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.meeting.MeetingQuery;
import dev.convene.core.meeting.Meetings;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import dev.convene.core.store.Transaction;
import dev.convene.starter.jdbc.MeetingRows.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Meetings in {@code convene_meeting}, their rooms in {@code convene_room}. */
final class JdbcMeetings implements Meetings {

    static final String INSERT = """
            insert into convene_meeting (tenant_id, link, title, external_id, metadata, scheduled, schedule_time,
              ends_at, archived, end_to_end_encrypted, guests_allowed, provider, room, started_at, ended_at, close_after,
              created_by, created_at, modified_by, modified_at, version)
            values (:tenant, :link, :title, :externalId, :metadata, :scheduled, :scheduleTime,
              :endsAt, :archived, :encrypted, :guestsAllowed, :provider, :room, :startedAt, :endedAt, :closeAfter,
              :createdBy, :createdAt, :modifiedBy, :modifiedAt, 0)""";

    static final String INSERT_ROOM = """
            insert into convene_room (meeting_id, provider, room)
            select id, provider, room from convene_meeting where link = :link and room is not null""";

    private static final String UPDATE = """
            update convene_meeting set title = :title, external_id = :externalId, metadata = :metadata,
              scheduled = :scheduled, schedule_time = :scheduleTime, ends_at = :endsAt, archived = :archived,
              end_to_end_encrypted = :encrypted, guests_allowed = :guestsAllowed, provider = :provider, room = :room,
              started_at = :startedAt, ended_at = :endedAt, close_after = coalesce(close_after, :closeAfter), modified_by = :modifiedBy, modified_at = :modifiedAt,
              version = version + 1
            where link = :link and version = :version""";

    private final JdbcClient jdbc;
    private final Transaction transaction;
    private final MeetingRows rows;

    JdbcMeetings(JdbcClient jdbc, Transaction transaction, MeetingRows rows) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = rows;
    }

    @Override
    public void add(Meeting meeting) {
        try {
            transaction.inOne(() -> {
                jdbc.sql(INSERT).params(rows.all(meeting)).update();
                jdbc.sql(INSERT_ROOM).param("link", meeting.link().value()).update();
            });
        } catch (DuplicateKeyException e) {
            throw new IllegalStateException("The link or the room of a new meeting is taken", e);
        }
    }

    @Override
    public Optional<Meeting> find(TenantId tenant, MeetingLink link) {
        return versioned(tenant, link, "").map(Versioned::meeting);
    }

    @Override
    public Optional<Meeting> findByLink(MeetingLink link) {
        return jdbc.sql("select * from convene_meeting where link = :link")
                .param("link", link.value())
                .query(rows::meeting)
                .optional();
    }

    @Override
    public Optional<Meeting> findByRoom(ProviderName provider, RoomId room) {
        return jdbc.sql("select * from convene_meeting where provider = :provider and room = :room")
                .param("provider", provider.value())
                .param("room", room.value())
                .query(rows::meeting)
                .optional();
    }

    @Override
    public Optional<Meeting> meetingOf(Room room) {
        return jdbc.sql("""
                        select m.* from convene_meeting m join convene_room r on r.meeting_id = m.id
                        where r.provider = :provider and r.room = :room""")
                .param("provider", room.provider().value())
                .param("room", room.id().value())
                .query(rows::meeting)
                .optional();
    }

    /**
     * Without a lock at first: the row's version tells whether another change came in between. Only then the row is locked,
     * so that no change waits for ever among many.
     */
    @Override
    public Meeting change(TenantId tenant, MeetingLink link, UnaryOperator<Meeting> change) {
        Versioned old = versioned(tenant, link, "").orElseThrow(() -> new Unknown(link));
        Meeting changed = change.apply(old.meeting());
        if (changed.equals(old.meeting()) || kept(changed, old)) {
            return changed;
        }
        var result = new AtomicReference<Meeting>();
        transaction.inOne(() -> {
            Versioned locked = versioned(tenant, link, " for update").orElseThrow(() -> new Unknown(link));
            result.set(change.apply(locked.meeting()));
            if (!result.get().equals(locked.meeting()) && !kept(result.get(), locked)) {
                throw new ConcurrencyFailureException("A locked meeting was changed: " + link);
            }
        });
        return result.get();
    }

    @Override
    public MeetingPage list(TenantId tenant, MeetingQuery query) {
        var selection = MeetingSelection.of(tenant, query);
        List<Meeting> oneMore = jdbc.sql(selection.sql())
                .params(selection.parameters())
                .query(rows::meeting)
                .list();
        return MeetingPage.of(oneMore, query.limit());
    }

    @Override
    public List<Meeting> overdue(Instant now, int limit) {
        return jdbc.sql("""
                        select * from convene_meeting where ended_at is null and ends_at <= :now
                        order by ends_at limit :limit""")
                .param("now", Times.column(now))
                .param("limit", limit)
                .query(rows::meeting)
                .list();
    }

    @Override
    public List<Meeting> toClose(Instant now, int limit) {
        return jdbc.sql("""
                        select * from convene_meeting where room_closed_at is null and close_after <= :now and ended_at is not null
                        order by close_after limit :limit""")
                .param("now", Times.column(now))
                .param("limit", limit)
                .query(rows::meeting)
                .list();
    }

    @Override
    public void roomClosed(Room room, Instant at) {
        note("room_closed_at = :at", room, at);
    }

    @Override
    public void roomNotClosed(Room room, Instant again) {
        note("room_closed_at = null, close_after = :at", room, again);
    }

    private void note(String what, Room room, Instant at) {
        jdbc.sql("update convene_meeting set " + what + " where provider = :provider and room = :room")
                .params(VisitRows.key(room))
                .param("at", Times.column(at))
                .update();
    }

    private Optional<Versioned> versioned(TenantId tenant, MeetingLink link, String lock) {
        return jdbc.sql("select * from convene_meeting where link = :link and tenant_id = :tenant" + lock)
                .param("link", link.value())
                .param("tenant", tenant.value())
                .query(rows::versioned)
                .optional();
    }

    private boolean kept(Meeting changed, Versioned old) {
        if (Objects.equals(changed.roomId(), old.meeting().roomId())
                && changed.provider().equals(old.meeting().provider())) {
            return updated(changed, old.version());
        }
        var moved = new AtomicBoolean();
        transaction.inOne(() -> {
            moved.set(updated(changed, old.version()));
            if (moved.get()) {
                jdbc.sql(INSERT_ROOM).param("link", changed.link().value()).update();
                jdbc.sql("update convene_meeting set room_closed_at = null where link = :link")
                        .param("link", changed.link().value())
                        .update();
            }
        });
        return moved.get();
    }

    private boolean updated(Meeting changed, long version) {
        return jdbc.sql(UPDATE)
                        .params(rows.changeable(changed))
                        .param("link", changed.link().value())
                        .param("version", version)
                        .update()
                > 0;
    }
}
