package dev.convene.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModerationTest {

    @RegisterExtension
    final Stage stage = new Stage();

    private final List<ProviderEvent> reported = new ArrayList<>();
    private final Moderation moderation = new Moderation(stage.tokens, stage.rooms, new Core(), stage.clock);
    private final RoomId room = stage.provider.openRoom(RoomSpec.plain());

    /** What core was told. */
    private final class Core implements ProviderEvents {

        @Override
        public void report(ProviderName provider, List<ProviderEvent> events) {
            reported.addAll(events);
        }

        @Override
        public void stillConnected(ProviderName provider, Set<ConnectionId> connections, Instant at) {
            throw new AssertionError("not told here");
        }
    }

    @Test
    void aModeratorRemovesAPersonFromTheirRoom() {
        ConnectionId ben = stage.join(room, "ben");
        stage.join(room, "eve");

        moderation.remove(moderation.moderator(token(Role.MODERATOR)).orElseThrow(), ben);

        assertThat(stage.provider.connectionsIn(room)).hasSize(1).doesNotContain(ben);
    }

    @Test
    void aModeratorEndsTheMeeting() {
        stage.join(room, "ben");

        moderation.end(moderation.moderator(token(Role.MODERATOR)).orElseThrow());

        assertThat(stage.provider.isOpen(room)).isFalse();
        assertThat(reported).singleElement().isInstanceOfSatisfying(EndedByModerator.class, it -> {
            assertThat(it.room()).isEqualTo(room);
            assertThat(it.identity()).isEqualTo("ada");
        });
    }

    @Test
    void nobodyElseIsAModerator() {
        assertThat(moderation.moderator(token(Role.PUBLISHER))).isEmpty();
        assertThat(moderation.moderator(token(Role.SUBSCRIBER))).isEmpty();
        assertThat(moderation.moderator("nonsense")).isEmpty();
        String token = token(Role.MODERATOR);
        stage.clock.advance(Duration.ofMinutes(10));
        assertThat(moderation.moderator(token)).isEmpty();
    }

    private String token(Role role) {
        Instant now = stage.clock.instant();
        var grant = new Grant(new Participant("ada", "Ada"), role, now, now.plusSeconds(600));
        return stage.provider.issueToken(room, grant).value();
    }
}
