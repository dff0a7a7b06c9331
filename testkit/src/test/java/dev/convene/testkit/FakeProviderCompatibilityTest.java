package dev.convene.testkit;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.VideoProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class FakeProviderCompatibilityTest extends InProcessVideoProviderCompatibilityKit {

    private final SettableClock clock = new SettableClock();
    private final FakeProvider provider = new FakeProvider(clock);
    private final List<ProviderEvent> reported = new ArrayList<>();

    @Override
    protected VideoProvider newProvider() {
        return provider;
    }

    @Override
    protected DecodedToken decode(JoinToken token) {
        return provider.decode(token).orElseThrow();
    }

    @Override
    protected SettableClock clock() {
        return clock;
    }

    @Override
    protected Optional<ConnectionId> enter(JoinToken token) {
        return provider.join(token);
    }

    @Override
    protected void leave(ConnectionId connection) {
        provider.leave(connection);
    }

    @Override
    protected List<ProviderEvent> reported() {
        reported.addAll(provider.takeReports());
        return reported;
    }
}
