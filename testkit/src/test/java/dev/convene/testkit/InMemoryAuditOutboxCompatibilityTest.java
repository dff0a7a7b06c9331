package dev.convene.testkit;

import dev.convene.core.audit.AuditOutbox;
import dev.convene.core.audit.RoomOwners;

class InMemoryAuditOutboxCompatibilityTest extends AuditOutboxCompatibilityKit {

    @Override
    protected Stores emptyStores() {
        return Stores.inMemory();
    }

    @Override
    protected AuditOutbox outboxOf(Stores stores) {
        return InMemoryAuditOutbox.of(stores);
    }

    @Override
    protected RoomOwners ownersOf(Stores stores) {
        return TestAudit.inMemoryOwners(stores);
    }
}
