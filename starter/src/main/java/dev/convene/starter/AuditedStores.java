package dev.convene.starter;

import dev.convene.core.access.RevokedTokens;
import dev.convene.core.audit.AuditTrail;
import dev.convene.core.audit.AuditedMeetings;
import dev.convene.core.audit.AuditedRevokedTokens;
import dev.convene.core.audit.AuditedVisits;
import dev.convene.core.audit.RoomOwners;
import dev.convene.core.event.EventStores;
import dev.convene.core.meeting.MeetingStores;
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
            case RevokedTokens it -> audited(it);
            default -> bean;
        };
    }

    private MeetingStores audited(MeetingStores stores) {
        var transaction = beans.getBean(EventStores.class).transaction();
        return new MeetingStores(
                new AuditedMeetings(stores.meetings(), transaction, beans.getBean(AuditTrail.class)),
                stores.idempotencyKeys(),
                stores.usage(),
                stores.removals());
    }

    private RevokedTokens audited(RevokedTokens tokens) {
        var transaction = beans.getBean(EventStores.class).transaction();
        return new AuditedRevokedTokens(tokens, transaction, beans.getBean(AuditTrail.class));
    }

    private EventStores audited(EventStores stores) {
        var visits = new AuditedVisits(
                stores,
                beans.getBean(RoomOwners.class),
                beans.getBean(AuditTrail.class),
                beans.getBean(AuditProperties.class).personNames());
        return new EventStores(stores.events(), visits, stores.transaction());
    }
}
