package dev.convene.starter;

import dev.convene.core.audit.AuditCarrier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries entries to the audit log, and says so once when it cannot and once when it can again. */
final class AuditDelivery {

    static final Duration EVERY = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(AuditDelivery.class);

    private final AuditCarrier carrier;
    private final Clock clock;
    private volatile Instant delivered;
    private volatile boolean failing;

    AuditDelivery(AuditCarrier carrier, Clock clock) {
        this.carrier = carrier;
        this.clock = clock;
        this.delivered = clock.instant();
    }

    void deliver() {
        try {
            carrier.carry();
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("The audit log does not answer; entries wait in the service's database: {}", e.getMessage());
            }
            failing = true;
            return;
        }
        delivered = clock.instant();
        if (failing) {
            LOG.info("The audit log answers again and has every entry");
        }
        failing = false;
    }

    /** How long ago every entry was in the log. */
    double secondsBehind() {
        return Duration.between(delivered, clock.instant()).toMillis() / 1000.0;
    }
}
