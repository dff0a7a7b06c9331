package dev.convene.starter.web;

import dev.convene.core.provider.ArchiveLayout;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /archives/{id}/layout}. */
@Schema(name = "ArrangeArchive")
record ArrangeArchive(
        @Schema(
                allowableValues = {"bestFit", "pip", "horizontalPresentation", "verticalPresentation"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String layout) {

    ArchiveLayout toLayout() {
        if (layout == null) {
            throw InvalidRequest.field("/layout", "required", "must be given", Map.of());
        }
        return StartArchive.layout(layout);
    }
}
