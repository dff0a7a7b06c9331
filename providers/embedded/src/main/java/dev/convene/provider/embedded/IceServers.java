package dev.convene.provider.embedded;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The STUN and TURN servers a browser is told of. None unless configured: nothing leaves the machine by default. */
final class IceServers {

    private final List<IceServer> fixed;
    private final Optional<TurnCredentials> turn;
    private final Clock clock;

    IceServers(List<IceServer> fixed, Optional<TurnCredentials> turn, Clock clock) {
        this.fixed = List.copyOf(fixed);
        this.turn = turn;
        this.clock = clock;
    }

    List<IceServer> of(JoinClaims claims) {
        return Stream.concat(
                        fixed.stream(),
                        turn.stream().map(it -> it.issue(claims.room(), claims.participant(), clock.instant())))
                .toList();
    }
}
