package dev.convene.store.jpa;

import dev.convene.core.meeting.TenantId;
import dev.convene.core.meeting.TenantUsage;
import jakarta.persistence.LockModeType;

/** Counts meetings and visits; a row of {@code convene_tenant} is the lock. */
final class JpaTenantUsage implements TenantUsage {

    private final JpaTransaction transaction;

    JpaTenantUsage(JpaTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public int liveMeetings(TenantId tenant) {
        return count(
                "select count(*) from ConveneMeeting where tenant = :tenant and endedAt is null and startedAt is not null",
                tenant);
    }

    @Override
    public int participants(TenantId tenant) {
        return count("""
                select count(*) from ConveneVisit v join v.room r join ConveneMeeting m on m.id = r.meeting
                where v.leftAt is null and m.tenant = :tenant and m.endedAt is null
                  and v.connection not like 'adopted:%'""", tenant);
    }

    @Override
    public void oneAtATime(TenantId tenant, Runnable work) {
        transaction.run(entities -> {
            if (entities.find(TenantEntity.class, tenant.value()) == null) {
                entities.persist(TenantEntity.of(tenant.value()));
            }
        });
        transaction.run(entities -> {
            entities.find(TenantEntity.class, tenant.value(), LockModeType.PESSIMISTIC_WRITE);
            work.run();
        });
    }

    private int count(String query, TenantId tenant) {
        return transaction.call(entities -> Math.toIntExact(entities.createQuery(query, Long.class)
                .setParameter("tenant", tenant.value())
                .getSingleResult()));
    }
}
