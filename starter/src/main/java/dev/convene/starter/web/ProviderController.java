package dev.convene.starter.web;

import dev.convene.core.meeting.Providers;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.VideoProvider;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Providers")
class ProviderController {

    private final Providers providers;

    ProviderController(Providers providers) {
        this.providers = providers;
    }

    /** A provider and what it can do. */
    @Schema(name = "Provider")
    record ProviderView(
            String name,

            @Schema(description = "New meetings are carried by it")
            boolean isDefault,

            @Schema(description = "The options of the API that it takes")
            List<String> capabilities,

            int maxParticipants) {}

    @Operation(summary = "List the providers and what each can do", description = "Needs GetMeetings.")
    @GetMapping("/providers")
    List<ProviderView> list() {
        return providers.all().stream()
                .map(this::view)
                .sorted(Comparator.comparing(ProviderView::name))
                .toList();
    }

    private ProviderView view(VideoProvider provider) {
        return new ProviderView(
                provider.name().value(),
                provider == providers.preferred(),
                provider.capabilities().supported().stream()
                        .sorted()
                        .map(Capability::option)
                        .toList(),
                provider.capabilities().maxParticipants());
    }
}
