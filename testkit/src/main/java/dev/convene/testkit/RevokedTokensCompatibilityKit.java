package dev.convene.testkit;

import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.access.RevokedTokens;
import dev.convene.core.access.TokenFingerprint;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.TenantId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RevokedTokens} must do. Extend it by a test class that returns yours, emptied, and counts what it
 * remembers; every test is inherited.
 */
public abstract class RevokedTokensCompatibilityKit {

    private static final TokenFingerprint ONE = TokenFingerprint.of("header.one.signature");
    private static final TokenFingerprint OTHER = TokenFingerprint.of("header.other.signature");

    private static final Caller ADMIN = new Caller(TenantId.DEFAULT, "admin", "Admin", false);

    private RevokedTokens tokens;

    /** With nothing in it. Called once before each test. */
    protected abstract RevokedTokens emptyRevokedTokens();

    /** How many tokens the one given last remembers. */
    protected abstract int remembered();

    @BeforeEach
    final void begin() {
        tokens = emptyRevokedTokens();
    }

    @Test
    void aTokenIsGoodUntilItIsRevoked() {
        assertThat(tokens.isRevoked(ONE)).isFalse();

        tokens.revoke(ONE, NOON.plusSeconds(60), ADMIN, NOON);

        assertThat(tokens.isRevoked(ONE)).isTrue();
        assertThat(tokens.isRevoked(OTHER)).isFalse();
    }

    @Test
    void toRevokeATokenAgainChangesNothing() {
        tokens.revoke(ONE, NOON.plusSeconds(60), ADMIN, NOON);
        tokens.revoke(
                ONE, NOON.plusSeconds(60), new Caller(TenantId.DEFAULT, "other", "Other", false), NOON.plusSeconds(1));

        assertThat(tokens.isRevoked(ONE)).isTrue();
        assertThat(remembered()).isEqualTo(1);
    }

    @Test
    void aTokenWithoutAnEndStaysRevoked() {
        tokens.revoke(ONE, null, ADMIN, NOON);
        tokens.revoke(OTHER, null, ADMIN, NOON.plusSeconds(1_000_000_000));

        assertThat(tokens.isRevoked(ONE)).isTrue();
    }

    @Test
    void aTokenThatHasEndedIsForgottenWhenTheNextIsRevoked() {
        tokens.revoke(ONE, NOON.plusSeconds(60), ADMIN, NOON);
        tokens.revoke(OTHER, NOON.plusSeconds(90), ADMIN, NOON.plusSeconds(61));

        assertThat(tokens.isRevoked(OTHER)).isTrue();
        assertThat(remembered()).isEqualTo(1);
    }

    @Test
    void allAreToldAtOnceUpToALimit() {
        assertThat(tokens.revoked(2)).isEmpty();

        tokens.revoke(ONE, NOON.plusSeconds(60), ADMIN, NOON);
        tokens.revoke(OTHER, null, ADMIN, NOON);

        assertThat(tokens.revoked(2)).containsExactlyInAnyOrder(ONE, OTHER);
        assertThat(tokens.revoked(1)).hasSize(1).isSubsetOf(ONE, OTHER);
    }

    @Test
    void manyMayRevokeTheSameTokenAtOnce() {
        IntStream.range(0, 8).parallel().forEach(it -> tokens.revoke(ONE, NOON.plusSeconds(60), ADMIN, NOON));

        assertThat(tokens.isRevoked(ONE)).isTrue();
        assertThat(remembered()).isEqualTo(1);
    }
}
