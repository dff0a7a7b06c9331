package dev.convene.provider.twilio;

import com.twilio.rest.video.v1.Composition;
import com.twilio.rest.video.v1.Recording;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.Archiver;
import dev.convene.core.provider.ProviderFailure.Conflict;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.StorageTarget;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Records rooms by Twilio's recording rules. Twilio keeps a file a track; one file for all is a composition, which it makes when it
 * is asked to and the room is over. So a room has one archive, known by the room's SID, which is not taken up again once
 * it was stopped, and becomes ready after the room is over.
 */
final class TwilioArchiver implements Archiver {

    private final TwilioCalls calls;
    private final TwilioRooms rooms;
    private final Compositions compositions;
    private final TwilioStorage storage;

    TwilioArchiver(TwilioCalls calls, TwilioRooms rooms, TwilioStorage storage) {
        this.calls = calls;
        this.rooms = rooms;
        this.compositions = new Compositions(rooms.rules().callback());
        this.storage = storage;
    }

    @Override
    public ArchiveReport start(RoomId room, ArchiveSpec spec) {
        String what = "start an archive";
        RoomRecord record = find(room).orElseThrow(() -> conflict(what, "Twilio has no such room"));
        if (!TwilioRooms.isOpen(record.room())) {
            throw conflict(what, "the room is over");
        }
        if (record.isRecording()) {
            throw conflict(what, "the room is being recorded already");
        }
        if (record.exists()) {
            throw conflict(what, "it was stopped in this room, and Twilio makes one archive of a room");
        }
        RecordingSwitch.on(spec).write(room, calls, what);
        return new ArchiveReport(new ArchiveId(room.value()), room, ArchiveStatus.ACTIVE, Facts.NONE);
    }

    @Override
    public ArchiveReport stop(ArchiveId id) {
        String what = "stop an archive";
        RoomRecord record = find(room(id)).orElseThrow(() -> conflict(what, "Twilio has no such room"));
        if (!record.isRecording()) {
            throw conflict(what, "it is not being recorded");
        }
        RecordingSwitch off = record.rules().off();
        off.write(room(id), calls, what);
        return new RoomRecord(record.room(), off, record.tracks(), record.compositions()).report();
    }

    /** Has the room composed as soon as it can be, unless it was. */
    @Override
    public Optional<ArchiveReport> refresh(ArchiveId id) {
        Optional<RoomRecord> record = find(room(id));
        record.filter(RoomRecord::needsComposition)
                .ifPresent(it -> calls.call("compose an archive", client -> compositions.compose(it, client)));
        return record.map(RoomRecord::report);
    }

    @Override
    public List<ArchiveReport> archivesOf(RoomId room) {
        return find(room).filter(RoomRecord::exists).map(RoomRecord::report).stream()
                .toList();
    }

    /** The tracks first: what is left if it fails half-way is not composed again. */
    @Override
    public void delete(ArchiveId id) {
        String what = "delete an archive";
        find(room(id)).ifPresent(record -> {
            if (record.isRecording()) {
                record.rules().off().write(room(id), calls, what);
            }
            record.tracks()
                    .kept()
                    .forEach(it -> calls.find(
                            what, client -> Recording.deleter(it.getSid()).delete(client)));
            record.compositions().stream()
                    .filter(it -> it.getStatus() != Composition.Status.DELETED)
                    .forEach(it -> calls.find(
                            what, client -> Composition.deleter(it.getSid()).delete(client)));
        });
    }

    @Override
    public List<URI> download(ArchiveId id) {
        return find(room(id))
                .filter(it -> it.status() == ArchiveStatus.READY)
                .map(record -> calls.call("download an archive", client -> Compositions.links(record, client)))
                .orElse(List.of());
    }

    @Override
    public void arrange(ArchiveId id, ArchiveLayout layout) {
        throw new UnsupportedOperationException("Twilio composes when the room is over");
    }

    @Override
    public void storeIn(StorageTarget target) {
        if (!(target instanceof StorageTarget.S3 bucket)) {
            throw new UnsupportedOperationException("Twilio stores in S3 only");
        }
        storage.storeIn(bucket);
    }

    private Optional<RoomRecord> find(RoomId room) {
        return rooms.find(room)
                .map(it -> calls.call(
                        "look at an archive",
                        client -> new RoomRecord(
                                it,
                                RecordingSwitch.read(room, client),
                                Tracks.of(room, client),
                                Compositions.of(room, client))));
    }

    private static RoomId room(ArchiveId id) {
        return new RoomId(id.value());
    }

    private static Conflict conflict(String what, String reason) {
        return new Conflict(TwilioProvider.NAME, what, reason, null);
    }
}
