package dev.convene.core.meeting;

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
        this.preferred = named(preferred);
    }

    public VideoProvider preferred() {
        return preferred;
    }

    /** @throws IllegalArgumentException if it is not configured */
    public VideoProvider named(ProviderName name) {
        VideoProvider provider = byName.get(name);
        if (provider == null) {
            throw new IllegalArgumentException(
                    "Provider " + name + " is not configured; configured: " + byName.keySet());
        }
        return provider;
    }

    public Collection<VideoProvider> all() {
        return byName.values();
    }
}
