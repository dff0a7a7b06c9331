package dev.convene.starter.web;

import dev.convene.core.archive.NewArchive;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveOutput;
import dev.convene.core.provider.ArchiveSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /session/{link}/archives}. */
@Schema(name = "StartArchive")
record StartArchive(
        @Schema(maxLength = ArchiveSpec.MAX_NAME_LENGTH, description = "The meeting's title if left out") @Nullable
        String name,

        @Schema(
                allowableValues = {"composed", "individual"},
                defaultValue = "composed")
        @Nullable
        String outputMode,

        @Schema(allowableValues = {"bestFit", "pip", "horizontalPresentation", "verticalPresentation"}) @Nullable
        String layout,

        @Schema(defaultValue = "true") @Nullable Boolean hasAudio,
        @Schema(defaultValue = "true") @Nullable Boolean hasVideo) {

    static final StartArchive PLAIN = new StartArchive(null, null, null, null, null);

    NewArchive toNewArchive() {
        boolean audio = !Boolean.FALSE.equals(hasAudio);
        boolean video = !Boolean.FALSE.equals(hasVideo);
        if (!audio && !video) {
            throw InvalidRequest.field("/hasVideo", "not", "must be true if hasAudio is false", Map.of());
        }
        ArchiveOutput output = outputMode == null
                ? ArchiveOutput.COMPOSED
                : Choices.of("/outputMode", outputMode, ArchiveOutput.values(), ArchiveOutput::value);
        ArchiveLayout wanted = layout == null ? null : layout(layout);
        if (wanted != null && output == ArchiveOutput.INDIVIDUAL) {
            throw InvalidRequest.field("/layout", "not", "must be left out if outputMode is individual", Map.of());
        }
        return new NewArchive(Texts.limited("/name", name, ArchiveSpec.MAX_NAME_LENGTH), output, wanted, audio, video);
    }

    static ArchiveLayout layout(String text) {
        return Choices.of("/layout", text, ArchiveLayout.values(), ArchiveLayout::value);
    }
}
