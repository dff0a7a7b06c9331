package dev.convene.testkit;

import dev.convene.core.audit.AuditLog;

class InMemoryAuditLogCompatibilityTest extends AuditLogCompatibilityKit {

    @Override
    protected AuditLog emptyLog() {
        return new InMemoryAuditLog();
    }
}
