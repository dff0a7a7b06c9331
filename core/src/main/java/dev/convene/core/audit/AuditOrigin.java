package dev.convene.core.audit;

import java.util.Optional;

/** On whose behalf the current thread works. */
public interface AuditOrigin {

    /** Who asked, as far as they are known. */
    Optional<String> actor();

    /** The request; empty for what the service does by itself. */
    Optional<String> requestId();
}
