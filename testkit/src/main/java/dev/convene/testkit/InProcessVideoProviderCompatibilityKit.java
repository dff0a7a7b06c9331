package dev.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a provider must also do that lets people in by itself, with no vendor behind it. Extend it as the kit above it, and
 * let people come and go in {@link #enter} and {@link #leave}; both return when it has happened and was reported.
 */
public abstract class InProcessVideoProviderCompatibilityKit extends VideoProviderCompatibilityKit {

    private static final Participant ADA = new Participant("ada", "Ada <b>Lovelace</b>");
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** The clock that the provider reads. */
    protected abstract SettableClock clock();

    /** A person comes with this token; empty if the provider does not let them in. */
    protected abstract Optional<ConnectionId> enter(JoinToken token);

    /** The person goes. */
    protected abstract void leave(ConnectionId connection);

    /** Everything that was reported since the test began. */
    protected abstract List<ProviderEvent> reported();

    @Override
    protected final Instant now() {
        return clock().instant();
    }

    @Test
    void whoComesIsInTheRoomAndReported() {
        RoomId room = provider().openRoom(RoomSpec.plain());
        ConnectionId connection = entered(room);

        assertThat(provider().connectionsIn(room)).containsExactly(connection);
        assertThat(reported()).singleElement().isInstanceOfSatisfying(Joined.class, joined -> {
            assertThat(joined.room()).isEqualTo(room);
            assertThat(joined.connection()).isEqualTo(connection);
            assertThat(joined.participant()).isEqualTo(ADA);
            assertThat(joined.at()).isEqualTo(now());
        });
    }

    @Test
    void whoGoesIsNoLongerInTheRoomAndReported() {
        RoomId room = provider().openRoom(RoomSpec.plain());
        ConnectionId connection = entered(room);

        Instant left = clock().advance(Duration.ofMinutes(1));
        leave(connection);

        assertThat(provider().connectionsIn(room)).isEmpty();
        assertThat(reported().getLast()).isInstanceOfSatisfying(Left.class, it -> {
            assertThat(it.room()).isEqualTo(room);
            assertThat(it.connection()).isEqualTo(connection);
            assertThat(it.at()).isEqualTo(left);
        });
    }

    @Test
    void twoTabsOfOnePersonAreTwoConnections() {
        RoomId room = provider().openRoom(RoomSpec.plain());

        assertThat(entered(room)).isNotEqualTo(entered(room));
        assertThat(provider().connectionsIn(room)).hasSize(2);
    }

    @Test
    void roomsDoNotMix() {
        RoomId room = provider().openRoom(RoomSpec.plain());
        RoomId other = provider().openRoom(RoomSpec.plain());
        ConnectionId connection = entered(room);

        assertThat(provider().connectionsIn(other)).isEmpty();

        provider().closeRoom(other);
        assertThat(provider().connectionsIn(room)).containsExactly(connection);
    }

    @Test
    void everyReportHasItsOwnId() {
        RoomId room = provider().openRoom(RoomSpec.plain());
        leave(entered(room));
        leave(entered(room));

        assertThat(reported()).hasSize(4).extracting(ProviderEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void aClosedRoomIsEmptyAndLetsNobodyInAgain() {
        RoomId room = provider().openRoom(RoomSpec.plain());
        JoinToken token = token(room);
        ConnectionId ada = enter(token).orElseThrow();
        ConnectionId again = enter(token).orElseThrow();

        provider().closeRoom(room);

        assertThat(provider().connectionsIn(room)).isEmpty();
        assertThat(enter(token)).isEmpty();
        assertThat(reported())
                .filteredOn(Left.class::isInstance)
                .extracting(it -> ((Left) it).connection())
                .containsExactlyInAnyOrder(ada, again);
    }

    @Test
    void anExpiredTokenLetsNobodyIn() {
        JoinToken token = token(provider().openRoom(RoomSpec.plain()));

        clock().advance(LIFE);

        assertThat(enter(token)).isEmpty();
        assertThat(reported()).isEmpty();
    }

    @Test
    void aTokenThatWasTamperedWithLetsNobodyIn() {
        JoinToken token = token(provider().openRoom(RoomSpec.plain()));

        // not the last character, of which base64 ignores some bits
        for (int i = 0; i < token.value().length() - 1; i += 7) {
            assertThat(enter(new JoinToken(tampered(token.value(), i), token.expiresAt())))
                    .isEmpty();
        }
        assertThat(enter(new JoinToken("", token.expiresAt()))).isEmpty();
        assertThat(reported()).isEmpty();
    }

    private ConnectionId entered(RoomId room) {
        return enter(token(room)).orElseThrow();
    }

    private JoinToken token(RoomId room) {
        return provider().issueToken(room, new Grant(ADA, Role.PUBLISHER, now(), now().plus(LIFE)));
    }

    private static String tampered(String token, int at) {
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }
}
