package dev.convene.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SignalShutdownTest {

    @Test
    void aStopSaysGoodbyeAndStoresWhoLeft() throws Exception {
        try (var server = new SignalServer()) {
            WebSocketClient ada = server.join(Stage.ROOM, "ada", Role.PUBLISHER);
            ada.hears("welcome");
            RecordedCore core = server.core();

            server.shutDown();

            ada.hears("going-away");
            assertThat(ada.closeCode()).isEqualTo(1012);
            assertThat(core.events(Left.class)).hasSize(1);
        }
    }
}
