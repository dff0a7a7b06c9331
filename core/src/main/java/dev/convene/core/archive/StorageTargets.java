package dev.convene.core.archive;

import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.StorageTarget;
import java.util.Optional;

/** Where each provider keeps its archives from now on. Implementations pass {@code ArchivesCompatibilityKit}. */
public interface StorageTargets {

    /** Empty if they stay with the provider. */
    Optional<StorageTarget> of(ProviderName provider);

    void set(ProviderName provider, StorageTarget target, Stamp by);
}
