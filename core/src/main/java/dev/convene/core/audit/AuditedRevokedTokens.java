package dev.convene.core.audit;

import dev.convene.core.access.RevokedTokens;
import dev.convene.core.access.TokenFingerprint;
import dev.convene.core.audit.AuditTrail.States;
import dev.convene.core.meeting.Caller;
import dev.convene.core.store.Transaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Revoked tokens of which each is in the audit log of the tenant that revoked it: both are kept, or neither. */
public final class AuditedRevokedTokens implements RevokedTokens {

    private final RevokedTokens tokens;
    private final Transaction transaction;
    private final AuditTrail trail;

    /** @param transaction covers the tokens and the trail's outbox */
    public AuditedRevokedTokens(RevokedTokens tokens, Transaction transaction, AuditTrail trail) {
        this.tokens = tokens;
        this.transaction = transaction;
        this.trail = trail;
    }

    @Override
    public void revoke(TokenFingerprint token, @Nullable Instant until, Caller by, Instant now) {
        transaction.inOne(() -> {
            boolean again = tokens.isRevoked(token);
            tokens.revoke(token, until, by, now);
            if (!again) {
                var states = new States(null, Snapshots.ofRevoked(token, until, by));
                trail.add(AuditSubject.revokedToken(by.tenant(), token.value()), states, by.id());
            }
        });
    }

    @Override
    public boolean isRevoked(TokenFingerprint token) {
        return tokens.isRevoked(token);
    }

    @Override
    public List<TokenFingerprint> revoked(int limit) {
        return tokens.revoked(limit);
    }
}
