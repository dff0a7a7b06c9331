package dev.convene.core.archive;

import dev.convene.core.meeting.Meeting;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveOutput;
import dev.convene.core.provider.ArchiveSpec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What someone asks to be recorded.
 *
 * @param name null for the meeting's title, or its link if it has none
 * @param layout null for the usual one; what is named, the provider must offer
 */
public record NewArchive(
        @Nullable String name,
        ArchiveOutput output,
        @Nullable ArchiveLayout layout,
        boolean audio,
        boolean video) {

    /** One file with everybody's sound and picture. */
    public static NewArchive plain() {
        return new NewArchive(null, ArchiveOutput.COMPOSED, null, true, true);
    }

    ArchiveSpec spec(Meeting meeting) {
        return new ArchiveSpec(
                Objects.requireNonNullElseGet(name, () -> nameOf(meeting)),
                output,
                Objects.requireNonNullElse(layout, ArchiveLayout.BEST_FIT),
                audio,
                video);
    }

    private static String nameOf(Meeting meeting) {
        String name = Objects.requireNonNullElse(
                meeting.details().title(), meeting.link().value());
        return name.substring(0, Math.min(name.length(), ArchiveSpec.MAX_NAME_LENGTH));
    }
}
