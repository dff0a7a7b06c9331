package dev.convene.store.jpa;

import dev.convene.core.archive.ArchiveStores;
import dev.convene.core.event.EventStores;
import dev.convene.core.meeting.MeetingStores;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** All stores on one persistence unit, of which Convene's entities are a part. They join a transaction that is open. */
public final class JpaStores {

    private final MeetingStores meetings;
    private final EventStores events;
    private final ArchiveStores archives;

    /** @param transactions of the same persistence unit */
    public JpaStores(EntityManagerFactory entities, PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        // MySQL's own default would not see what another transaction has just kept
        template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        var transaction = new JpaTransaction(
                SharedEntityManagerCreator.createSharedEntityManager(entities), template, new HibernateJpaDialect());
        this.meetings = new MeetingStores(
                new JpaMeetings(transaction),
                new JpaIdempotencyKeys(transaction),
                new JpaTenantUsage(transaction),
                new JpaRemovals(transaction));
        this.events = new EventStores(new JpaEventLog(transaction), new JpaVisits(transaction), transaction);
        this.archives =
                new ArchiveStores(new JpaArchives(transaction), new JpaStorageTargets(transaction), transaction);
    }

    public MeetingStores meetings() {
        return meetings;
    }

    public EventStores events() {
        return events;
    }

    public ArchiveStores archives() {
        return archives;
    }
}
