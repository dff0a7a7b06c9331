package dev.convene.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A client's key as a row of {@code convene_idempotency_key}. */
@Entity(name = "ConveneIdempotencyKey")
@Table(name = "convene_idempotency_key")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class IdempotencyKeyEntity {

    @EmbeddedId
    Key key;

    String fingerprint;

    String link;

    @Column(name = "claimed_at")
    Instant claimedAt;

    /** Whose key it is, and the header's value. */
    @Embeddable
    record Key(
            @Column(name = "tenant_id") String tenant,
            @Column(name = "key_value") String value) {}
}
