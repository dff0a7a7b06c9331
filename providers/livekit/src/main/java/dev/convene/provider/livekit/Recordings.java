package dev.convene.provider.livekit;

import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.ProviderFailure.Refused;
import dev.convene.core.provider.RoomId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of archives in their bucket, to which LiveKit carries them. Thread-safe. */
final class Recordings {

    /** How long an address is good for. */
    static final Duration VALIDITY = Duration.ofMinutes(10);

    private static final int NOT_FOUND = 404;

    private final Bucket bucket;
    private final BoundedHttp http;
    private final Clock clock;

    Recordings(Bucket bucket, BoundedHttp http, Clock clock) {
        this.bucket = bucket;
        this.http = http;
        this.clock = clock;
    }

    /** LiveKit's {@code RoomCompositeEgressRequest} for another recording of the room. */
    Map<String, Object> request(RoomId room, ArchiveSpec spec) {
        Map<String, Object> file = Map.of(
                "file_type", spec.video() ? "MP4" : "OGG",
                "filepath", RecordingFile.next(room, spec).key(),
                "s3", bucket.upload());
        return Map.of(
                "room_name",
                room.value(),
                "layout",
                spec.layout() == ArchiveLayout.BEST_FIT ? "grid" : "speaker",
                "audio_only",
                !spec.video(),
                "video_only",
                !spec.audio(),
                "file_outputs",
                List.of(file));
    }

    /** Its bytes; empty if it is not there, yet or any more. */
    Optional<Long> size(RecordingFile file) {
        HttpResponse<byte[]> answer = send("look for a recording", "HEAD", file);
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(
                        answer.headers().firstValueAsLong("Content-Length").orElse(0));
    }

    /** One that is not there is deleted. */
    void delete(RecordingFile file) {
        send("delete a recording", "DELETE", file);
    }

    /** Where it can be downloaded. A secret. */
    URI address(RecordingFile file) {
        return bucket.signed("GET", file.key(), clock.instant(), VALIDITY);
    }

    private HttpResponse<byte[]> send(String what, String method, RecordingFile file) {
        HttpResponse<byte[]> answer = http.send(
                what,
                true,
                () -> HttpRequest.newBuilder(bucket.signed(method, file.key(), clock.instant(), VALIDITY))
                        .method(method, BodyPublishers.noBody())
                        .build());
        if (answer.statusCode() / 100 != 2 && answer.statusCode() != NOT_FOUND) {
            throw new Refused(
                    LiveKitProvider.NAME,
                    what,
                    new IllegalStateException("the bucket answered " + answer.statusCode()));
        }
        return answer;
    }
}
