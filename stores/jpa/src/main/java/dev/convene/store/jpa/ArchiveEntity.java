package dev.convene.store.jpa;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.Archive.Origin;
import dev.convene.core.archive.ArchiveKey;
import dev.convene.core.archive.ArchiveProgress;
import dev.convene.core.archive.ArchiveProgress.Reason;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveOutput;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.StorageTarget;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An archive as a row of {@code convene_archive}, both ways. */
@Entity(name = "ConveneArchive")
@Table(name = "convene_archive")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class ArchiveEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "archive_key")
    String key;

    @Column(name = "tenant_id")
    String tenant;

    String link;

    String provider;

    String room;

    @Column(name = "provider_id")
    @Nullable
    String providerId;

    String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    ArchiveOutput output;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    ArchiveLayout layout;

    boolean audio;

    boolean video;

    @Convert(converter = StorageConverter.class)
    @Nullable
    StorageTarget storage;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    ArchiveStatus status;

    boolean settled;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "duration_ms")
    @Nullable
    Long durationMillis;

    @Column(name = "size_bytes")
    @Nullable
    Long sizeBytes;

    @Nullable
    String reason;

    @Column(name = "reason_status")
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable
    ArchiveStatus reasonStatus;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "requested_by")
    @Nullable
    String requestedBy;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "compared_at")
    Instant comparedAt;

    static ArchiveEntity of(Archive archive) {
        Origin origin = archive.origin();
        var row = new ArchiveEntity();
        row.key = archive.key().value();
        row.tenant = origin.tenant().value();
        row.link = origin.meeting().value();
        row.provider = origin.room().provider().value();
        row.room = origin.room().id().value();
        row.name = archive.spec().name();
        row.output = archive.spec().output();
        row.audio = archive.spec().audio();
        row.video = archive.spec().video();
        row.storage = archive.storage();
        row.requestedBy = origin.requested().by();
        row.comparedAt = origin.requested().at();
        row.take(archive);
        return row;
    }

    /** What a change may change. */
    void take(Archive archive) {
        ArchiveProgress progress = archive.progress();
        Reason why = progress.reason();
        providerId = archive.providerId() == null ? null : archive.providerId().value();
        layout = archive.spec().layout();
        status = progress.status();
        settled = progress.status().isSettled();
        startedAt = progress.startedAt();
        durationMillis =
                progress.duration() == null ? null : progress.duration().toMillis();
        sizeBytes = progress.sizeBytes();
        reason = why == null ? null : why.text();
        reasonStatus = why == null ? null : why.of();
        changedAt = progress.changedAt();
        requestedAt = archive.origin().requested().at();
    }

    Archive toArchive() {
        return new Archive(
                new ArchiveKey(key),
                new Origin(
                        new TenantId(tenant),
                        new MeetingLink(link),
                        new Room(new ProviderName(provider), new RoomId(room)),
                        new Stamp(requestedBy, requestedAt)),
                new ArchiveSpec(name, output, layout, audio, video),
                storage,
                providerId == null ? null : new ArchiveId(providerId),
                new ArchiveProgress(
                        status,
                        startedAt,
                        durationMillis == null ? null : Duration.ofMillis(durationMillis),
                        sizeBytes,
                        reason == null || reasonStatus == null ? null : new Reason(reasonStatus, reason),
                        changedAt));
    }
}
