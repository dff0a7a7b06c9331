package dev.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.VideoProvider;

class FakeArchiverCompatibilityTest extends ArchiverCompatibilityKit {

    private final SettableClock clock = new SettableClock();
    private final FakeProvider provider = new FakeProvider(clock);

    @Override
    protected VideoProvider newProvider() {
        return provider;
    }

    @Override
    protected void arrives(RoomId room) {
        var grant = new Grant(
                new Participant("ada", "Ada"),
                Role.PUBLISHER,
                clock.instant(),
                clock.instant().plusSeconds(60));
        assertThat(provider.join(provider.issueToken(room, grant))).isPresent();
    }

    @Override
    protected void complete(ArchiveId id) {
        provider.archives().makeReady(id, 1024);
    }
}
