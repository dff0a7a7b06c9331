package dev.convene.provider.twilio;

import com.twilio.rest.video.v1.Composition;
import com.twilio.rest.video.v1.Room;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.RoomId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that Twilio has recorded of a room: its tracks, and the compositions made of them, the newest first. Together
 * they are the room's one archive.
 */
record RoomRecord(Room room, RecordingSwitch rules, Tracks tracks, List<Composition> compositions) {

    /** Whether it was ever to be recorded. */
    boolean exists() {
        return isRecording() || rules.wasStopped() || !tracks.all().isEmpty() || !compositions.isEmpty();
    }

    boolean isRecording() {
        return TwilioRooms.isOpen(room) && rules.isOn();
    }

    /** Whether its tracks are the archive, each for itself: so asked for, or kept where Twilio cannot compose them. */
    boolean isIndividual() {
        return rules.isIndividual() || tracks.areElsewhere();
    }

    /** Twilio composes the tracks of a room that is over. */
    boolean needsComposition() {
        return status() == ArchiveStatus.UPLOADING
                && !tracks.areProcessed()
                && composition().isEmpty();
    }

    /** The one file, made or in the making. */
    Optional<Composition> composition() {
        return compositions.stream()
                .filter(it -> it.getStatus() != Composition.Status.FAILED && !isDeleted(it))
                .findFirst();
    }

    ArchiveStatus status() {
        if (isRecording()) {
            return ArchiveStatus.ACTIVE;
        }
        if (isDeleted()) {
            return ArchiveStatus.DELETED;
        }
        if (TwilioRooms.isOpen(room)) {
            return ArchiveStatus.STOPPING;
        }
        return isIndividual() ? individualStatus() : composedStatus();
    }

    private ArchiveStatus individualStatus() {
        if (tracks.areProcessed()) {
            return ArchiveStatus.UPLOADING;
        }
        return tracks.files().isEmpty() ? ArchiveStatus.FAILED : ArchiveStatus.READY;
    }

    private ArchiveStatus composedStatus() {
        Optional<Composition> composition = composition();
        if (composition.isPresent()) {
            boolean made = composition.get().getStatus() == Composition.Status.COMPLETED;
            return made ? ArchiveStatus.READY : ArchiveStatus.UPLOADING;
        }
        boolean toBeComposed = !tracks.files().isEmpty() && compositions.isEmpty();
        return tracks.areProcessed() || toBeComposed ? ArchiveStatus.UPLOADING : ArchiveStatus.FAILED;
    }

    private boolean isDeleted() {
        boolean wasThere = !tracks.all().isEmpty() || !compositions.isEmpty();
        return wasThere && tracks.areDeleted() && compositions.stream().allMatch(RoomRecord::isDeleted);
    }

    private static boolean isDeleted(Composition composition) {
        return composition.getStatus() == Composition.Status.DELETED;
    }

    ArchiveReport report() {
        var id = new RoomId(room.getSid());
        ArchiveStatus status = status();
        Facts facts = switch (status) {
            case READY -> new Facts(tracks.beganAt(), duration(), size(), null);
            case FAILED -> new Facts(tracks.beganAt(), null, null, failure());
            default -> new Facts(tracks.beganAt(), null, null, null);
        };
        return new ArchiveReport(new ArchiveId(id.value()), id, status, facts);
    }

    private String failure() {
        if (tracks.all().isEmpty()) {
            return "nobody sent anything while the room was recorded";
        }
        return compositions.isEmpty() ? "Twilio could not record the tracks" : "Twilio could not compose the tracks";
    }

    private @Nullable Duration duration() {
        return isIndividual()
                ? tracks.duration()
                : composition()
                        .map(Composition::getDuration)
                        .map(Duration::ofSeconds)
                        .orElse(null);
    }

    private @Nullable Long size() {
        return isIndividual()
                ? Long.valueOf(tracks.bytes())
                : composition().map(Composition::getSize).orElse(null);
    }
}
