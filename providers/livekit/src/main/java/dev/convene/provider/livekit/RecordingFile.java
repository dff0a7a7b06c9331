package dev.convene.provider.livekit;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.RoomId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a recording of a room is in the bucket. LiveKit forgets its egresses, so an archive's id has both: {@code EG_…} and
 * this key.
 */
record RecordingFile(RoomId room, String key) {

    private static final Pattern KEY = Pattern.compile("convene/([A-Za-z0-9-]+)_[0-9a-f-]{36}\\.(mp4|ogg)");
    private static final Pattern ID = Pattern.compile("(EG_[A-Za-z0-9]+)/(" + KEY.pattern() + ")");

    /** Another one of the room. */
    static RecordingFile next(RoomId room, ArchiveSpec spec) {
        String ending = spec.video() ? ".mp4" : ".ogg";
        return new RecordingFile(room, "convene/" + room + "_" + UUID.randomUUID() + ending);
    }

    /** Empty if it is none of ours. */
    static Optional<RecordingFile> of(String key) {
        Matcher ours = KEY.matcher(key);
        return ours.matches() ? Optional.of(new RecordingFile(new RoomId(ours.group(1)), key)) : Optional.empty();
    }

    ArchiveId archive(String egress) {
        return new ArchiveId(egress + "/" + key);
    }

    /** An archive's id, taken apart. */
    record Egress(String id, RecordingFile file) {

        /** Empty if it is none of ours. */
        static Optional<Egress> of(ArchiveId archive) {
            Matcher ours = ID.matcher(archive.value());
            return ours.matches()
                    ? RecordingFile.of(ours.group(2)).map(it -> new Egress(ours.group(1), it))
                    : Optional.empty();
        }
    }
}
