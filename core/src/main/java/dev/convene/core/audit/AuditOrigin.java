package dev.convene.core.audit;

import dev.convene.core.meeting.TenantId;
import java.util.Optional;

/** On whose behalf the current thread works. */
public interface AuditOrigin {

    /** For a service that nobody asks, but by itself. */
    AuditOrigin NONE = new AuditOrigin() {

        @Override
        public Optional<String> actor() {
            return Optional.empty();
        }

        @Override
        public Optional<TenantId> tenant() {
            return Optional.empty();
        }

        @Override
        public Optional<String> requestId() {
            return Optional.empty();
        }
    };

    /** Who asked, as far as they are known. */
    Optional<String> actor();

    /** Of whoever asked. */
    Optional<TenantId> tenant();

    /** The request; empty for what the service does by itself. */
    Optional<String> requestId();
}
