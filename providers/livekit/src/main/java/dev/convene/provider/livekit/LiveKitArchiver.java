package dev.convene.provider.livekit;

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
import dev.convene.provider.livekit.RecordingFile.Egress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Records rooms by LiveKit's egress into a bucket (<a href="https://docs.livekit.io/home/egress/overview/">Egress</a>). LiveKit
 * keeps no recordings and soon forgets that there were any: what is ready is what is in the bucket.
 */
final class LiveKitArchiver implements Archiver {

    private static final Map<String, Object> RECORD = Map.of("roomRecord", true);
    private static final String UNKNOWN = "there is no such archive";

    private final LiveKitHttp http;
    private final Recordings recordings;

    LiveKitArchiver(LiveKitHttp http, Recordings recordings) {
        this.http = http;
        this.recordings = recordings;
    }

    /** The fields of a room that LiveKit records by itself as soon as somebody is in it. */
    Map<String, Object> fromTheStart(RoomId room) {
        return Map.of("egress", Map.of("room", recordings.request(room, ArchiveSpec.composed("from the start"))));
    }

    @Override
    public ArchiveReport start(RoomId room, ArchiveSpec spec) {
        String what = "start an archive";
        if (!list(what, Map.of("room_name", room.value(), "active", true)).isEmpty()) {
            throw new Conflict(LiveKitProvider.NAME, what, "the room is being recorded already", null);
        }
        Answer answer = http.send(
                        Call.once(what, "Egress/StartRoomCompositeEgress", RECORD, recordings.request(room, spec)))
                .doneUnless("the room is closed", "the room cannot be recorded");
        return read(answer);
    }

    @Override
    public ArchiveReport stop(ArchiveId id) {
        String what = "stop an archive";
        Egress egress = Egress.of(id).orElseThrow(() -> new Conflict(LiveKitProvider.NAME, what, UNKNOWN, null));
        Answer answer = http.send(Call.once(what, "Egress/StopEgress", RECORD, Map.of("egress_id", egress.id())))
                .doneUnless(UNKNOWN, "the archive is not being recorded");
        return read(answer);
    }

    @Override
    public Optional<ArchiveReport> refresh(ArchiveId id) {
        return Egress.of(id).flatMap(this::refresh);
    }

    private Optional<ArchiveReport> refresh(Egress egress) {
        Optional<ArchiveReport> told = told("look at an archive", egress);
        if (told.isPresent() && told.get().status() != ArchiveStatus.READY) {
            return told;
        }
        return recordings
                .size(egress.file())
                .map(size -> told.orElseGet(() -> {
                    var facts = new Facts(null, null, size, null);
                    return new ArchiveReport(
                            egress.file().archive(egress.id()), egress.file().room(), ArchiveStatus.READY, facts);
                }));
    }

    @Override
    public List<ArchiveReport> archivesOf(RoomId room) {
        return list("list archives", Map.of("room_name", room.value()));
    }

    @Override
    public void delete(ArchiveId id) {
        Egress.of(id).ifPresent(egress -> {
            String what = "delete an archive";
            if (told(what, egress).filter(it -> !it.status().isSettled()).isPresent()) {
                throw new Conflict(LiveKitProvider.NAME, what, "the archive is not finished", null);
            }
            recordings.delete(egress.file());
        });
    }

    @Override
    public List<URI> download(ArchiveId id) {
        return Egress.of(id)
                .map(Egress::file)
                .filter(it -> recordings.size(it).isPresent())
                .map(it -> List.of(recordings.address(it)))
                .orElse(List.of());
    }

    @Override
    public void arrange(ArchiveId id, ArchiveLayout layout) {
        throw new UnsupportedOperationException("LiveKit has other layouts");
    }

    @Override
    public void storeIn(StorageTarget target) {
        throw new UnsupportedOperationException("Archives are in the bucket of the settings");
    }

    private Optional<ArchiveReport> told(String what, Egress egress) {
        return list(what, Map.of("egress_id", egress.id())).stream().findFirst();
    }

    private List<ArchiveReport> list(String what, Map<String, Object> of) {
        Answer answer = http.send(Call.repeatable(what, "Egress/ListEgress", RECORD, of))
                .doneUnless("LiveKit has no egress", "LiveKit has no egress now");
        JsonNode items = answer.json().path("items");
        if (!items.isArray()) {
            throw answer.unreadable("no list");
        }
        var reports = new ArrayList<ArchiveReport>();
        items.forEach(it -> EgressJson.read(it).ifPresent(reports::add));
        return List.copyOf(reports);
    }

    private static ArchiveReport read(Answer answer) {
        return EgressJson.read(answer.json()).orElseThrow(() -> answer.unreadable("no egress of ours"));
    }
}
