package dev.convene.testkit;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.Archiver;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import dev.convene.core.provider.ProviderFailure.Conflict;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.StorageTarget;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The archives of a {@link FakeProvider}, which reports each change. Thread-safe. */
public final class FakeArchiver implements Archiver {

    private final FakeProvider provider;
    private final Clock clock;
    private final Map<ArchiveId, ArchiveReport> archives = new LinkedHashMap<>();
    private final Map<ArchiveId, ArchiveLayout> layouts = new LinkedHashMap<>();
    private @Nullable StorageTarget target;

    FakeArchiver(FakeProvider provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
    }

    @Override
    public synchronized ArchiveReport start(RoomId room, ArchiveSpec spec) {
        provider.failIfTold();
        if (provider.connectionsOf(room).isEmpty()) {
            throw new Conflict(provider.name(), "start an archive", "nobody is connected", null);
        }
        if (archivesOf(room).stream().anyMatch(it -> it.status().isRecording())) {
            throw new Conflict(provider.name(), "start an archive", "the room is being recorded already", null);
        }
        var id = new ArchiveId(provider.next("archive"));
        var facts = new Facts(clock.instant(), null, null, null);
        layouts.put(id, spec.layout());
        return keep(new ArchiveReport(id, room, ArchiveStatus.ACTIVE, facts));
    }

    @Override
    public synchronized ArchiveReport stop(ArchiveId id) {
        provider.failIfTold();
        ArchiveReport archive = archives.get(id);
        if (archive == null || !archive.status().isRecording()) {
            throw new Conflict(provider.name(), "stop an archive", "it is not being recorded", null);
        }
        return become(id, ArchiveStatus.STOPPING, it -> it);
    }

    @Override
    public synchronized Optional<ArchiveReport> refresh(ArchiveId id) {
        provider.failIfTold();
        return Optional.ofNullable(archives.get(id));
    }

    @Override
    public synchronized List<ArchiveReport> archivesOf(RoomId room) {
        return archives.values().stream().filter(it -> it.room().equals(room)).toList();
    }

    @Override
    public synchronized void delete(ArchiveId id) {
        provider.failIfTold();
        archives.remove(id);
    }

    @Override
    public synchronized List<URI> download(ArchiveId id) {
        provider.failIfTold();
        return Optional.ofNullable(archives.get(id))
                .filter(it -> it.status() == ArchiveStatus.READY)
                .map(it -> List.of(URI.create("https://files.example/" + id + "?signature=secret")))
                .orElse(List.of());
    }

    @Override
    public synchronized void arrange(ArchiveId id, ArchiveLayout layout) {
        provider.failIfTold();
        layouts.put(id, layout);
    }

    @Override
    public synchronized void storeIn(StorageTarget wanted) {
        provider.failIfTold();
        target = wanted;
    }

    /** The file of a stopped archive is there, of that size, and it is reported. */
    public synchronized ArchiveReport makeReady(ArchiveId id, long sizeBytes) {
        Instant now = clock.instant();
        return become(
                id,
                ArchiveStatus.READY,
                it -> new Facts(
                        it.startedAt(),
                        it.startedAt() == null ? null : Duration.between(it.startedAt(), now),
                        sizeBytes,
                        it.reason()));
    }

    /** It comes to nothing, and that is reported. */
    public synchronized ArchiveReport fail(ArchiveId id, String reason) {
        return become(id, ArchiveStatus.FAILED, it -> new Facts(it.startedAt(), it.duration(), null, reason));
    }

    /** The provider throws the file away, and reports it. */
    public synchronized ArchiveReport expire(ArchiveId id) {
        return become(id, ArchiveStatus.EXPIRED, it -> it);
    }

    /** The provider starts an archive by itself, as it was told when the room was opened, and reports it. */
    public synchronized ArchiveReport startByItself(RoomId room) {
        return start(room, ArchiveSpec.composed("by itself"));
    }

    public synchronized Optional<ArchiveLayout> layoutOf(ArchiveId id) {
        return Optional.ofNullable(layouts.get(id));
    }

    public synchronized Optional<StorageTarget> target() {
        return Optional.ofNullable(target);
    }

    private ArchiveReport become(ArchiveId id, ArchiveStatus status, UnaryOperator<Facts> facts) {
        ArchiveReport old = Objects.requireNonNull(archives.get(id), "no such archive");
        return keep(new ArchiveReport(id, old.room(), status, facts.apply(old.facts())));
    }

    private ArchiveReport keep(ArchiveReport report) {
        archives.put(report.id(), report);
        provider.report(new ArchiveChanged(provider.next("event"), clock.instant(), report));
        return report;
    }
}
