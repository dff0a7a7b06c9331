package dev.convene.starter;

import dev.convene.core.access.RevokedTokens;
import dev.convene.core.archive.ArchiveStores;
import dev.convene.core.audit.AuditTrail;
import dev.convene.core.audit.AuditedArchives;
import dev.convene.core.audit.AuditedMeetings;
import dev.convene.core.audit.AuditedRevokedTokens;
import dev.convene.core.audit.AuditedStorageTargets;
import dev.convene.core.audit.AuditedVisits;
import dev.convene.core.audit.RoomOwners;
import dev.convene.core.event.EventStores;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingStores;
import dev.convene.core.store.Transaction;
import dev.convene.starter.settings.AuditProperties;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Puts the audit log around the stores, whoever defines them. */
final class AuditedStores implements BeanPostProcessor, BeanFactoryAware {

    private BeanFactory beans = new StaticListableBeanFactory();

    @Override
    public void setBeanFactory(BeanFactory factory) {
        beans = factory;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case MeetingStores it -> audited(it);
            case EventStores it -> audited(it);
            case ArchiveStores it -> audited(it);
            case RevokedTokens it -> new AuditedRevokedTokens(it, transaction(), trail());
            default -> bean;
        };
    }

    private MeetingStores audited(MeetingStores stores) {
        var meetings = new AuditedMeetings(stores.meetings(), transaction(), trail());
        return new MeetingStores(meetings, stores.idempotencyKeys(), stores.usage(), stores.removals());
    }

    private EventStores audited(EventStores stores) {
        // asked for when it is needed: the meetings may be waiting for these stores
        RoomOwners owners = room ->
                beans.getBean(MeetingStores.class).meetings().meetingOf(room).map(Meeting::tenant);
        var names = beans.getBean(AuditProperties.class).personNames();
        return new EventStores(
                stores.events(), new AuditedVisits(stores, owners, trail(), names), stores.transaction());
    }

    private ArchiveStores audited(ArchiveStores stores) {
        return new ArchiveStores(
                new AuditedArchives(stores, trail()), new AuditedStorageTargets(stores, trail()), stores.transaction());
    }

    private Transaction transaction() {
        return beans.getBean(EventStores.class).transaction();
    }

    private AuditTrail trail() {
        return beans.getBean(AuditTrail.class);
    }
}
