package dev.convene.testkit;

import dev.convene.core.audit.AuditOutbox;

class InMemoryAuditOutboxCompatibilityTest extends AuditOutboxCompatibilityKit {

    @Override
    protected Stores emptyStores() {
        return Stores.inMemory();
    }

    @Override
    protected AuditOutbox outboxOf(Stores stores) {
        return InMemoryAuditOutbox.of(stores);
    }
}
