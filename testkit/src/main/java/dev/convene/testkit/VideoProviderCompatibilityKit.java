package dev.convene.testkit;

import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convene.core.provider.Capability;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.VideoProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link VideoProvider} must do. Extend it by a test class that returns your provider from {@link
 * #newProvider()}, and reads its tokens in {@link #decode}; every test is inherited.
 */
public abstract class VideoProviderCompatibilityKit {

    private static final Participant ADA = new Participant("ada", "Ada");
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private VideoProvider provider;

    /** A provider with no rooms. Called once before each test. */
    protected abstract VideoProvider newProvider();

    /** What the token says, read as the provider's server reads it, its signature checked. */
    protected abstract DecodedToken decode(JoinToken token);

    /** The moment at which grants are given; a provider with a clock of its own overrides it by that. */
    protected Instant now() {
        return NOON;
    }

    /** Whether {@link #decode} finds the role: a provider without {@link Capability#ROLES} may leave it out. */
    protected boolean tokensCarryRoles() {
        return provider.capabilities().has(Capability.ROLES);
    }

    @BeforeEach
    final void begin() {
        provider = newProvider();
    }

    protected final VideoProvider provider() {
        return provider;
    }

    @Test
    void itHasRoomForTwo() {
        assertThat(provider.capabilities().maxParticipants()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void everyCallOpensAnotherRoom() {
        assertThat(provider.openRoom(RoomSpec.plain())).isNotEqualTo(provider.openRoom(RoomSpec.plain()));
    }

    @Test
    void roomsOpenedAtOnceAreDifferent() {
        List<RoomId> rooms = AtOnce.run(16, i -> provider.openRoom(RoomSpec.plain()));

        assertThat(rooms).doesNotHaveDuplicates();
    }

    @Test
    void whatItClaimsToOfferCanBeAskedOfARoom() {
        if (provider.capabilities().has(Capability.ARCHIVING)) {
            assertThat(provider.openRoom(new RoomSpec(true, false))).isNotNull();
        }
        if (provider.capabilities().has(Capability.END_TO_END_ENCRYPTION)) {
            assertThat(provider.openRoom(new RoomSpec(false, true))).isNotNull();
        }
    }

    @Test
    void nobodyIsInANewRoom() {
        assertThat(provider.connectionsIn(provider.openRoom(RoomSpec.plain()))).isEmpty();
    }

    @Test
    void nobodyIsInARoomThatIsUnknown() {
        assertThat(provider.connectionsIn(new RoomId("unknown"))).isEmpty();
    }

    @Test
    void aTokenOpensItsRoomAlone() {
        RoomId room = provider.openRoom(RoomSpec.plain());
        RoomId other = provider.openRoom(RoomSpec.plain());

        assertThat(decode(provider.issueToken(room, grant(ADA, Role.PUBLISHER))).room())
                .isEqualTo(room);
        assertThat(decode(provider.issueToken(other, grant(ADA, Role.PUBLISHER)))
                        .room())
                .isEqualTo(other);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenAllowsWhatItsRoleDoes(Role role) {
        assumeTrue(tokensCarryRoles());
        assertThat(decode(issued(grant(ADA, role))).role()).isEqualTo(role);
    }

    @ParameterizedTest
    @MethodSource("dev.convene.testkit.HostileText#all")
    void aTokenNamesExactlyItsPerson(String hostile) {
        var participant = new Participant(hostile, hostile);

        assertThat(decode(issued(grant(participant, Role.PUBLISHER))).identity())
                .isEqualTo(hostile);
    }

    @Test
    void aTokenNamesAPersonWithTheLongestIdentity() {
        String longest = HostileText.ofLength(provider.capabilities().maxIdentityLength());
        var participant = new Participant(longest, HostileText.ofLength(Participant.MAX_NAME_LENGTH));

        assertThat(decode(issued(grant(participant, Role.PUBLISHER))).identity())
                .isEqualTo(longest);
    }

    /** A JWT knows whole seconds (RFC 7519, NumericDate); rounding up would let people in too long. */
    @Test
    void aTokenExpiresWithItsGrantAndNotLater() {
        Instant expiry = now().plus(A_WHILE).plusMillis(999);
        JoinToken token = issued(new Grant(ADA, Role.PUBLISHER, now(), expiry));

        assertThat(decode(token).expiresAt()).isAfter(expiry.minusSeconds(1)).isBeforeOrEqualTo(expiry);
        assertThat(token.expiresAt()).isAfter(expiry.minusSeconds(1)).isBeforeOrEqualTo(expiry);
    }

    @Test
    void tokensIssuedAtOnceAreNotMixedUp() {
        RoomId room = provider.openRoom(RoomSpec.plain());

        List<String> identities = AtOnce.run(16, i -> {
            var participant = new Participant("person-" + i, "Person");
            return decode(provider.issueToken(room, grant(participant, Role.PUBLISHER)))
                    .identity();
        });

        for (int i = 0; i < identities.size(); i++) {
            assertThat(identities.get(i)).isEqualTo("person-" + i);
        }
    }

    @Test
    void aRoomMayBeClosedTwice() {
        RoomId room = provider.openRoom(RoomSpec.plain());

        provider.closeRoom(room);
        provider.closeRoom(room);

        assertThat(provider.connectionsIn(room)).isEmpty();
    }

    @Test
    void aRoomThatIsUnknownMayBeClosed() {
        provider.closeRoom(new RoomId("unknown"));

        assertThat(provider.connectionsIn(new RoomId("unknown"))).isEmpty();
    }

    private JoinToken issued(Grant grant) {
        return provider.issueToken(provider.openRoom(RoomSpec.plain()), grant);
    }

    private Grant grant(Participant participant, Role role) {
        return new Grant(participant, role, now(), now().plus(A_WHILE));
    }
}
