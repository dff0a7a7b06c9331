package dev.convene.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.VideoProvider;
import dev.convene.provider.embedded.Stage.Browser;
import dev.convene.testkit.DecodedToken;
import dev.convene.testkit.InProcessVideoProviderCompatibilityKit;
import dev.convene.testkit.SettableClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedProviderCompatibilityTest extends InProcessVideoProviderCompatibilityKit {

    private final Stage stage = new Stage();
    private final Map<ConnectionId, Browser> browsers = new HashMap<>();

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    protected VideoProvider newProvider() {
        return stage.provider;
    }

    @Override
    protected DecodedToken decode(JoinToken token) {
        JoinClaims claims = stage.tokens.verify(token.value());
        return new DecodedToken(claims.room(), claims.participant().identity(), claims.role(), claims.expiresAt());
    }

    @Override
    protected SettableClock clock() {
        return stage.time.clock();
    }

    /** It is in the token, though it is the other browsers that keep to it. */
    @Override
    protected boolean tokensCarryRoles() {
        return true;
    }

    @Override
    protected Optional<ConnectionId> enter(JoinToken token) {
        Browser browser = stage.browser();
        browser.join(token.value());
        if (browser.line.closed() != null) {
            browser.closes(true);
            return Optional.empty();
        }
        var connection = new ConnectionId(browser.id());
        browsers.put(connection, browser);
        return Optional.of(connection);
    }

    @Override
    protected void leave(ConnectionId connection) {
        browsers.get(connection).closes(true);
    }

    /** Leaves are stored in the background: after a stop they are all there. */
    @Override
    protected List<ProviderEvent> reported() {
        stage.attendance.stop();
        stage.attendance.start();
        return stage.core.events();
    }

    @Test
    void aRoomIdCannotBeGuessed() {
        assertThat(stage.provider.openRoom(RoomSpec.plain()).value()).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void aRecordingIsRefusedByName() {
        assertThatThrownBy(() -> stage.provider.openRoom(new RoomSpec(true, false)))
                .isInstanceOf(ProviderFailure.Refused.class)
                .hasMessageContaining("record");
    }
}
