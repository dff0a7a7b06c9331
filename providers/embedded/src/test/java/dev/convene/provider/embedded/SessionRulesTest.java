package dev.convene.provider.embedded;

import static dev.convene.provider.embedded.Stage.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.Role;
import dev.convene.provider.embedded.ServerMessage.GoingAway;
import dev.convene.provider.embedded.ServerMessage.PeerLeft;
import dev.convene.provider.embedded.ServerMessage.Pong;
import dev.convene.provider.embedded.Stage.Browser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends a connection: time, limits, and messages that are none. */
class SessionRulesTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whoDoesNotJoinWithinTenSecondsIsPutOut() {
        Browser ada = stage.browser();

        after(Duration.ofSeconds(10));
        assertThat(ada.line.closed()).isNull();

        after(Duration.ofMillis(1));
        assertThat(ada.error().code()).isEqualTo("bad-message");
        assertThat(ada.line.closed()).isEqualTo(CloseCode.BAD_MESSAGE);
    }

    @Test
    void whoIsSilentIsAskedForASignOfLifeAndThenLost() {
        Browser ada = stage.joined("ada");
        Browser bob = stage.joined("bob");

        after(Duration.ofSeconds(11));
        assertThat(ada.line.pings()).isEqualTo(1);
        assertThat(ada.line.last()).isEqualTo(new Pong());
        bob.session.heard();
        after(Duration.ofSeconds(19));
        assertThat(ada.line.closed()).isNull();
        after(Duration.ofSeconds(1));

        assertThat(ada.line.closed()).isEqualTo(CloseCode.RESTART);
        assertThat(bob.line.one(PeerLeft.class)).isEqualTo(new PeerLeft(ada.id(), "lost"));
    }

    @Test
    void aTokenThatExpiresMeanwhileDoesNotEndTheConnection() {
        Browser ada = stage.joined("ada");

        for (int i = 0; i < 60; i++) {
            ada.says("{'type':'ping'}");
            after(Duration.ofSeconds(10));
        }

        assertThat(ada.line.closed()).isNull();
    }

    @Test
    void anExpiredTokenDoesNotEnter() {
        String token = stage.token(ROOM, "ada", Role.PUBLISHER);
        after(Duration.ofMinutes(5));
        Browser ada = stage.browser();

        ada.join(token);

        assertThat(ada.error().code()).isEqualTo("token-expired");
        assertThat(ada.line.closed()).isEqualTo(CloseCode.TOKEN);
    }

    @Test
    void aTokenThatIsNoneDoesNotEnter() {
        Browser ada = stage.browser();

        ada.join("nonsense");

        assertThat(ada.error().code()).isEqualTo("token-invalid");
        assertThat(ada.line.closed()).isEqualTo(CloseCode.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "{}",
                "{'type':7}",
                "{'type':'ping'} {}",
                "{'type':'ping','type':'leave'}",
                "{'type':'join'}",
                "{'type':'join','token':7}",
                "{'type':'description','to':'x','description':{'type':'rollback','sdp':''}}",
                "{'type':'description','to':'x','description':{'type':'offer'}}",
                "{'type':'description','description':{'type':'offer','sdp':'v=0'}}",
                "{'type':'candidate','to':'x','candidate':'text'}",
                "{'type':'candidate','to':'x','candidate':{'candidate':'a','sdpMLineIndex':-1}}",
                "{'type':'candidate','to':'x'}",
                "{'type':'state','state':{'audio':true,'video':'yes','screen':false}}",
                "{'type':'chat'}",
                "{'type':'remove','peerId':null}",
                "{'type':'x','a':{'a':{'a':{'a':{'a':{'a':{'a':{'a':{}}}}}}}}}"
            })
    void aMessageThatIsNoneEndsTheConnection(String text) {
        Browser ada = stage.joined("ada");

        ada.says(text);

        assertThat(ada.error().code()).isEqualTo("bad-message");
        assertThat(ada.line.closed()).isEqualTo(CloseCode.BAD_MESSAGE);
        assertThat(stage.provider.connectionsIn(ROOM)).isEmpty();
    }

    @Test
    void aTypeOfANewerClientIsRefusedAndTheSenderStays() {
        Browser ada = stage.joined("ada");

        ada.says("{'type':'hologram'}");

        assertThat(ada.error().code()).isEqualTo("bad-message");
        assertThat(ada.line.closed()).isNull();
    }

    @Test
    void whoHasNotJoinedMaySayNothingElse() {
        Browser ada = stage.browser();

        ada.says("{'type':'chat','text':'hello'}");

        assertThat(ada.line.closed()).isEqualTo(CloseCode.BAD_MESSAGE);
    }

    @Test
    void aConnectionJoinsOnce() {
        Browser ada = stage.joined("ada");

        ada.join(stage.token(ROOM, "eve", Role.MODERATOR));

        assertThat(ada.line.closed()).isEqualTo(CloseCode.BAD_MESSAGE);
        assertThat(stage.provider.connectionsIn(ROOM)).isEmpty();
    }

    @Test
    void afterTheEndOfAConnectionNothingIsObeyed() {
        Browser ada = stage.browser();
        ada.says("{'type':'chat','text':'before the join'}");
        assertThat(ada.line.closed()).isEqualTo(CloseCode.BAD_MESSAGE);

        ada.join(stage.token(ROOM, "ada", Role.PUBLISHER));

        assertThat(stage.core.events()).isEmpty();
        assertThat(stage.provider.connectionsIn(ROOM)).isEmpty();
    }

    @Test
    void aMessageThatIsTooLargeEndsTheConnection() {
        Browser ada = stage.joined("ada");

        ada.says("{'type':'chat','text':'" + "x".repeat(70_000) + "'}");

        assertThat(ada.error().code()).isEqualTo("message-too-large");
        assertThat(ada.line.closed()).isEqualTo(CloseCode.TOO_BIG);
    }

    @Test
    void thereAreOnlySoManyConnections() {
        try (var small = new Stage(2)) {
            small.browser();
            Browser second = small.browser();

            Browser third = small.browser();
            assertThat(third.line.closed()).isEqualTo(CloseCode.TRY_LATER);

            third.closes(true);
            second.closes(true);
            assertThat(small.browser().line.closed()).isNull();
        }
    }

    @Test
    void aStopSendsEverybodyOffWithoutTellingThemOfEachOther() {
        stage.signalling.start();
        Browser ada = stage.joined("ada");
        Browser bob = stage.joined("bob");
        Browser early = stage.browser();

        stage.signalling.stop();

        for (Browser browser : List.of(ada, bob, early)) {
            assertThat(browser.line.last()).isEqualTo(new GoingAway());
            assertThat(browser.line.closed()).isEqualTo(CloseCode.RESTART);
            assertThat(browser.line.heard(PeerLeft.class)).isEmpty();
        }
        assertThat(stage.core.events()).hasSize(4);
        assertThat(stage.browser().line.closed()).isEqualTo(CloseCode.RESTART);
    }

    private void after(Duration time) {
        stage.time.advance(time);
        stage.signalling.check();
    }
}
