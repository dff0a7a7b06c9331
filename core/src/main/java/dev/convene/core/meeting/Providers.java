package dev.convene.core.meeting;

import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.VideoProvider;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The providers of this service, and the one that new meetings get. */
public final class Providers {

    private final Map<ProviderName, VideoProvider> byName;
    private final VideoProvider preferred;

    /** @throws IllegalArgumentException if {@code preferred} is not among the providers */
    public Providers(Collection<? extends VideoProvider> providers, ProviderName preferred) {
        this.byName =
                providers.stream().collect(Collectors.toUnmodifiableMap(VideoProvider::name, Function.identity()));
        VideoProvider found = byName.get(preferred);
        if (found == null) {
            throw new IllegalArgumentException(
                    "Provider " + preferred + " is not configured; configured: " + byName.keySet());
        }
        this.preferred = found;
    }

    public VideoProvider preferred() {
        return preferred;
    }

    /** @throws ProviderFailure.NotConfigured if there is none of that name (any more) */
    public VideoProvider named(ProviderName name) {
        VideoProvider provider = byName.get(name);
        if (provider == null) {
            throw new ProviderFailure.NotConfigured(name);
        }
        return provider;
    }

    public Collection<VideoProvider> all() {
        return byName.values();
    }
}
