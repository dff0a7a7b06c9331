package dev.convene.provider.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.provider.livekit.JoinTokens.Holder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModerationTest {

    @RegisterExtension
    final Stage stage = new Stage();

    private final Moderation moderation =
            new Moderation(stage.tokens, stage.rooms, new Moderation.Core(stage.core, stage.core), stage.clock);
    private final RoomId room = stage.open();

    @Test
    void aModeratorRemovesAPersonForGood() {
        ConnectionId ben = stage.join(room, "ben");
        ConnectionId eve = stage.join(room, "eve");

        moderation.remove(moderator(), ben);

        assertThat(stage.rooms.connections(room)).containsExactly(eve);
        assertThat(stage.core.isRemoved(LiveKitProvider.NAME, room, "ben")).isTrue();
        assertThat(stage.core.isRemoved(LiveKitProvider.NAME, room, "eve")).isFalse();
    }

    @Test
    void whoHasGoneIsNotRemoved() {
        moderation.remove(moderator(), new ConnectionId("PA_gone"));

        assertThat(stage.core.isRemoved(LiveKitProvider.NAME, room, "somebody-before"))
                .isFalse();
    }

    @Test
    void aModeratorEndsTheMeeting() {
        stage.join(room, "ben");

        moderation.end(moderator());

        assertThat(stage.provider.isOpen(room)).isFalse();
        assertThat(stage.core.reported).singleElement().isInstanceOfSatisfying(EndedByModerator.class, it -> {
            assertThat(it.room()).isEqualTo(room);
            assertThat(it.identity()).isEqualTo("ada");
        });
    }

    @Test
    void nobodyElseIsAModerator() {
        assertThat(moderation.moderator(stage.token(room, Role.PUBLISHER))).isEmpty();
        assertThat(moderation.moderator(stage.token(room, Role.SUBSCRIBER))).isEmpty();
        assertThat(moderation.moderator("nonsense")).isEmpty();
        String token = stage.token(room, Role.MODERATOR);
        stage.clock.advance(Duration.ofMinutes(10));
        assertThat(moderation.moderator(token)).isEmpty();
    }

    private Holder moderator() {
        return moderation.moderator(stage.token(room, Role.MODERATOR)).orElseThrow();
    }
}
