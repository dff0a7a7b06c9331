package dev.convene.provider.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.video.v1.room.RoomRecording;
import com.twilio.rest.video.v1.room.RoomRecording.Status;
import com.twilio.rest.video.v1.room.RoomRecording.Type;
import com.twilio.rest.video.v1.room.RoomRecordingReader;
import dev.convene.core.provider.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The recordings of a room, a file a track (https://www.twilio.com/docs/video/api/recordings-resource), deleted ones included. */
record Tracks(List<RoomRecording> all) {

    private static final int PAGE = 100;

    static Tracks of(RoomId room, TwilioRestClient client) {
        List<RoomRecording> found = read(RoomRecording.reader(room.value()), client);
        // whether a list without a status has the deleted ones is not documented
        return new Tracks(
                found.isEmpty() ? read(RoomRecording.reader(room.value()).setStatus(Status.DELETED), client) : found);
    }

    private static List<RoomRecording> read(RoomRecordingReader reader, TwilioRestClient client) {
        var tracks = new ArrayList<RoomRecording>();
        reader.pageSize(PAGE);
        reader.read(client).forEach(tracks::add);
        return tracks;
    }

    /** What can be deleted. */
    List<RoomRecording> kept() {
        return all.stream().filter(it -> it.getStatus() != Status.DELETED).toList();
    }

    List<RoomRecording> files() {
        return all.stream().filter(it -> it.getStatus() == Status.COMPLETED).toList();
    }

    boolean areDeleted() {
        return kept().isEmpty();
    }

    /** Whether one of them is still becoming a file. */
    boolean areProcessed() {
        return all.stream().anyMatch(it -> it.getStatus() == Status.PROCESSING);
    }

    /** Whether they are in a bucket of the operator's. */
    boolean areElsewhere() {
        return kept().stream().anyMatch(it -> it.getMediaExternalLocation() != null);
    }

    boolean haveVideo() {
        return files().stream().anyMatch(it -> it.getType() == Type.VIDEO);
    }

    @Nullable
    Instant beganAt() {
        return all.stream()
                .map(RoomRecording::getDateCreated)
                .filter(Objects::nonNull)
                .map(ZonedDateTime::toInstant)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** From the first that begins to the last that ends. */
    Duration duration() {
        long begin = files().stream().mapToLong(Tracks::offset).min().orElse(0);
        long end = files().stream().mapToLong(Tracks::end).max().orElse(begin);
        return Duration.ofMillis(end - begin);
    }

    long bytes() {
        return files().stream()
                .map(RoomRecording::getSize)
                .filter(Objects::nonNull)
                .mapToLong(it -> it)
                .sum();
    }

    /** Milliseconds on a time line that all tracks of a room share. */
    private static long offset(RoomRecording track) {
        return Objects.requireNonNullElse(track.getOffset(), 0L);
    }

    private static long end(RoomRecording track) {
        return offset(track) + Objects.requireNonNullElse(track.getDuration(), 0) * 1_000L;
    }
}
