package dev.convene.provider.vonage;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveOutput;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.Archiver;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.StorageTarget;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Archives of routed sessions. See <a
 * href="https://developer.vonage.com/en/video/guides/archiving/overview">Archiving</a>.
 */
final class VonageArchiver implements Archiver {

    /** The most that one list has. */
    static final int PAGE = 1000;

    private static final String LIST = "list archives";

    private final VonageHttp http;
    private final VonageStorage storage;

    VonageArchiver(VonageHttp http, VonageStorage storage) {
        this.http = http;
        this.storage = storage;
    }

    @Override
    public ArchiveReport start(RoomId room, ArchiveSpec spec) {
        var body = new LinkedHashMap<String, Object>();
        body.put("sessionId", room.value());
        body.put("name", spec.name());
        body.put("hasAudio", spec.audio());
        body.put("hasVideo", spec.video());
        body.put("outputMode", spec.output().value());
        body.put("streamMode", "auto");
        if (spec.output() == ArchiveOutput.COMPOSED) {
            body.put("layout", Map.of("type", spec.layout().value()));
        }
        Answer answer = http.send(Call.post("start an archive", http.project("/archive"), body))
                .doneUnless("nobody is connected to the room", "the room is being recorded already, or cannot be");
        return report(answer, answer.json());
    }

    @Override
    public ArchiveReport stop(ArchiveId id) {
        Answer answer = http.send(Call.post("stop an archive", path(id) + "/stop"))
                .doneUnless("there is no such archive", "the archive is not being recorded");
        return report(answer, answer.json());
    }

    @Override
    public Optional<ArchiveReport> refresh(ArchiveId id) {
        return find(id).map(it -> report(it, it.json()));
    }

    @Override
    public List<ArchiveReport> archivesOf(RoomId room) {
        var reports = new ArrayList<ArchiveReport>();
        for (int offset = 0; ; offset += PAGE) {
            Answer answer = http.send(http.get(
                    LIST, "/archive?offset=" + offset + "&count=" + PAGE + "&sessionId=" + Call.encoded(room.value())));
            if (answer.isNotFound()) {
                return List.of();
            }
            JsonNode items = answer.json().path("items");
            if (!items.isArray()) {
                throw answer.unreadable("no list");
            }
            // one of the platform's descriptions has another name for the filter: what it let through is left out here
            items.valueStream()
                    .filter(it -> room.value().equals(it.path("sessionId").asString("")))
                    .forEach(it -> read(answer, it).ifPresent(reports::add));
            if (items.size() < PAGE) {
                return List.copyOf(reports);
            }
        }
    }

    @Override
    public void delete(ArchiveId id) {
        Answer answer = http.send(Call.delete("delete an archive", path(id)));
        if (!answer.isNotFound()) {
            answer.doneUnless("", "the archive is not finished");
        }
    }

    @Override
    public List<URI> download(ArchiveId id) {
        return find(id).map(it -> it.json().path("url").asString(""))
                .filter(it -> !it.isBlank())
                .map(URI::create)
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public void arrange(ArchiveId id, ArchiveLayout layout) {
        http.send(Call.put("arrange an archive", path(id) + "/layout", Map.of("type", layout.value())))
                .doneUnless("there is no such archive", "the archive is not being recorded, or not composed");
    }

    @Override
    public void storeIn(StorageTarget target) {
        http.send(Call.put("set the storage of archives", http.project("/archive/storage"), storage.body(target)))
                .done();
    }

    private Optional<Answer> find(ArchiveId id) {
        Answer answer = http.send(Call.get("look at an archive", path(id)));
        return answer.isNotFound() ? Optional.empty() : Optional.of(answer);
    }

    private String path(ArchiveId id) {
        return http.project("/archive/" + Call.encoded(id.value()));
    }

    private static ArchiveReport report(Answer answer, JsonNode archive) {
        return read(answer, archive).orElseThrow(() -> answer.unreadable("an archive of unknown status"));
    }

    private static Optional<ArchiveReport> read(Answer answer, JsonNode archive) {
        try {
            return ArchiveJson.read(archive);
        } catch (IllegalArgumentException e) {
            throw answer.unreadable("no archive: " + e.getMessage());
        }
    }
}
