package dev.convene.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IceServersTest {

    private static final TurnCredentials TURN =
            new TurnCredentials(List.of("turn:turn.example.org:3478?transport=udp"), "north", Duration.ofHours(12));

    private final SettableClock clock = new SettableClock();

    @Test
    void theCredentialIsTheOneCoturnComputes() {
        assertThat(TURN.credential("1433895918:5454")).isEqualTo("+VEvShcqX6nTD3ThV/nBMAoYAnE=");
    }

    @Test
    void noServerIsAskedUnlessOneIsConfigured() {
        assertThat(new IceServers(List.of(), Optional.empty(), clock).of(claims("ada")))
                .isEmpty();
    }

    @Test
    void fixedServersComeAsConfiguredAndTurnWithCredentialsForThePerson() {
        var stun = new IceServer(List.of("stun:stun.example.org"), null, null);

        List<IceServer> servers = new IceServers(List.of(stun), Optional.of(TURN), clock).of(claims("ada"));

        assertThat(servers).hasSize(2).startsWith(stun);
        IceServer turn = servers.get(1);
        assertThat(turn.urls()).isEqualTo(TURN.urls());
        assertThat(turn.username())
                .startsWith(SettableClock.NOON.plus(Duration.ofHours(12)).getEpochSecond() + ":");
        assertThat(turn.credential()).isEqualTo(TURN.credential(turn.username()));
    }

    @Test
    void theUsernameTellsPeopleApartWithoutNamingThem() {
        String ada = TURN.issue(new RoomId("room-1"), participant("ada"), clock.instant())
                .username();
        String again = TURN.issue(new RoomId("room-1"), participant("ada"), clock.instant())
                .username();
        String bob = TURN.issue(new RoomId("room-1"), participant("bob"), clock.instant())
                .username();

        assertThat(ada).isEqualTo(again).isNotEqualTo(bob).doesNotContain("ada");
    }

    @Test
    void noSecretIsInATextForm() {
        IceServer server = TURN.issue(new RoomId("room-1"), participant("ada"), clock.instant());

        assertThat(TURN.toString() + server).doesNotContain("north").doesNotContain(server.credential());
    }

    private static JoinClaims claims(String identity) {
        return new JoinClaims(new RoomId("room-1"), participant(identity), Role.PUBLISHER, SettableClock.NOON);
    }

    private static Participant participant(String identity) {
        return new Participant(identity, identity);
    }
}
