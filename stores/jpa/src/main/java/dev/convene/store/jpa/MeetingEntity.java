package dev.convene.store.jpa;

import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.History;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.Schedule;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.hibernate.Length;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A meeting as a row of {@code convene_meeting}, both ways. */
@Entity(name = "ConveneMeeting")
@Table(name = "convene_meeting")
@DynamicUpdate
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class MeetingEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "tenant_id")
    String tenant;

    String link;

    @Nullable
    String title;

    @Column(name = "external_id")
    @Nullable
    String externalId;

    @Column(length = Length.LONG32)
    @Convert(converter = JsonObject.class)
    Map<String, Object> metadata;

    boolean scheduled;

    @Column(name = "schedule_time")
    Instant scheduleTime;

    @Column(name = "ends_at")
    @Nullable
    Instant endsAt;

    boolean archived;

    @Column(name = "end_to_end_encrypted")
    boolean endToEndEncrypted;

    @Column(name = "guests_allowed")
    boolean guestsAllowed;

    String provider;

    @Nullable
    String room;

    @Column(name = "room_closed_at")
    @Nullable
    Instant roomClosedAt;

    @Column(name = "close_after")
    @Nullable
    Instant closeAfter;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "created_by")
    @Nullable
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "modified_by")
    @Nullable
    String modifiedBy;

    @Column(name = "modified_at")
    Instant modifiedAt;

    @Version
    long version;

    static MeetingEntity of(Meeting meeting) {
        var row = new MeetingEntity();
        row.tenant = meeting.tenant().value();
        row.link = meeting.link().value();
        row.createdBy = meeting.history().created().by();
        row.createdAt = meeting.history().created().at();
        row.take(meeting);
        return row;
    }

    /** What a change may change. */
    void take(Meeting meeting) {
        title = meeting.details().title();
        externalId = meeting.details().externalId();
        metadata = meeting.details().metadata();
        scheduled = meeting.schedule().scheduled();
        scheduleTime = meeting.schedule().at();
        endsAt = meeting.schedule().endsAt();
        archived = meeting.options().archived();
        endToEndEncrypted = meeting.options().endToEndEncrypted();
        guestsAllowed = meeting.options().guestsAllowed();
        provider = meeting.provider().value();
        room = meeting.hasRoom() ? meeting.room().id().value() : null;
        startedAt = meeting.history().startedAt();
        endedAt = meeting.history().endedAt();
        if (closeAfter == null && meeting.hasRoom()) {
            closeAfter = endedAt;
        }
        modifiedBy = meeting.history().modified().by();
        modifiedAt = meeting.history().modified().at();
    }

    Meeting toMeeting() {
        return new Meeting(
                new MeetingLink(link),
                new TenantId(tenant),
                new Details(title, externalId, metadata),
                new Schedule(scheduled, scheduleTime, endsAt),
                new Options(archived, endToEndEncrypted, guestsAllowed),
                new ProviderName(provider),
                room == null ? null : new RoomId(room),
                new History(new Stamp(createdBy, createdAt), new Stamp(modifiedBy, modifiedAt), startedAt, endedAt));
    }
}
