package dev.convene.store.jpa;

import dev.convene.core.provider.StorageTarget;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a provider keeps its archives from now on, as a row of {@code convene_storage_target}. */
@Entity(name = "ConveneStorageTarget")
@Table(name = "convene_storage_target")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class StorageTargetEntity {

    @Id
    String provider;

    @Convert(converter = StorageConverter.class)
    StorageTarget storage;

    @Column(name = "set_by")
    @Nullable
    String setBy;

    @Column(name = "set_at")
    Instant setAt;
}
