package dev.convene.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A tenant that has a quota, as a row of {@code convene_tenant}; the row is the lock. */
@Entity(name = "ConveneTenant")
@Table(name = "convene_tenant")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class TenantEntity {

    @Id
    @Column(name = "tenant_id")
    String tenant;

    static TenantEntity of(String tenant) {
        var row = new TenantEntity();
        row.tenant = tenant;
        return row;
    }
}
