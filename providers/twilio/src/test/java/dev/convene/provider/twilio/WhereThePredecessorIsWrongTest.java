package dev.convene.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomLife;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.vendor.testkit.VendorRequest;
import dev.convene.vendor.testkit.twilio.TwilioCallback;
import dev.convene.vendor.testkit.twilio.TwilioStub;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the predecessor gets wrong with Twilio, row by row of where its documentation, its code and Twilio's contract differ. The
 * rows that take a whole service are in the server's {@code TwilioDayIT}.
 */
class WhereThePredecessorIsWrongTest {

    @RegisterExtension
    final Stage stage = new Stage();

    private final RoomId room = stage.provider.openRoom(new RoomSpec(true, false));

    @Test
    @DisplayName("Twilio token: signed with the secret of the API key, one identity a person, for this room only")
    void token() throws Exception {
        SignedJWT ada = token("ada");
        SignedJWT ben = token("ben");

        assertThat(ada.verify(new MACVerifier(TwilioStub.API_KEY_SECRET))).isTrue();
        assertThat(ada.verify(new MACVerifier(TwilioStub.AUTH_TOKEN))).isFalse();
        assertThat(grants(ada)).isEqualTo(Map.of("identity", "ada", "video", Map.of("room", room.value())));
        assertThat(grants(ben)).isEqualTo(Map.of("identity", "ben", "video", Map.of("room", room.value())));
        assertThat(ada.getJWTClaimsSet().getExpirationTime().toInstant())
                .isEqualTo(stage.clock.instant().plusSeconds(600));
    }

    @Test
    @DisplayName("Twilio room: reports to us, always, and is opened when it can be used, since an unused one dies")
    void room() {
        VendorRequest opening = stage.twilio.requests().getFirst();

        assertThat(opening.form("StatusCallback")).contains(Stage.CALLBACK.toString());
        assertThat(opening.form("UnusedRoomTimeout")).contains("5");
        assertThat(stage.provider.capabilities().roomLife()).isEqualTo(RoomLife.WHILE_USED);
    }

    @Test
    @DisplayName("Twilio callback: a form with names in PascalCase")
    void callback() {
        ConnectionId ada = stage.join(room, "ada");
        TwilioCallback callback = stage.twilio.takeCallbacks().stream()
                .filter(it -> it.event().equals("participant-connected"))
                .findFirst()
                .orElseThrow();

        assertThat(callback.body()).contains("ParticipantSid=" + ada).contains("&StatusCallbackEvent=");
        assertThat(stage.received(callback)).singleElement().isInstanceOf(Joined.class);
    }

    @Test
    @DisplayName("Twilio room lookup: an event names Twilio's room, not a meeting's link")
    void roomLookup() {
        stage.join(room, "ada");

        assertThat(stage.reported())
                .isNotEmpty()
                .extracting(ProviderEvent::room)
                .containsOnly(room);
    }

    @Test
    @DisplayName("webhook authenticity: by X-Twilio-Signature")
    void webhookAuthenticity() {
        stage.join(room, "ada");
        TwilioCallback callback = stage.twilio.takeCallbacks().getLast();

        assertThatThrownBy(() -> stage.webhooks.receive(Stage.request(callback, "")))
                .isInstanceOf(NotAuthentic.class);
        assertThatThrownBy(() -> stage.webhooks.receive(Stage.request(callback, callback.signature("another"))))
                .isInstanceOf(NotAuthentic.class);
    }

    @Test
    @DisplayName("Twilio list: the archives of a room are listed")
    void list() {
        stage.join(room, "ada");

        List<ArchiveReport> archives = stage.provider.archiver().orElseThrow().archivesOf(room);

        assertThat(archives).extracting(ArchiveReport::room).containsExactly(room);
    }

    @Test
    @DisplayName("ending a meeting: ends Twilio's room and puts everybody out")
    void ending() {
        stage.join(room, "ada");

        stage.provider.closeRoom(room);

        assertThat(stage.twilio.isOpen(room.value())).isFalse();
        assertThat(stage.provider.connectionsIn(room)).isEmpty();
    }

    private SignedJWT token(String identity) throws Exception {
        Instant now = stage.clock.instant();
        var grant = new Grant(new Participant(identity, identity), Role.PUBLISHER, now, now.plusSeconds(600));
        return SignedJWT.parse(stage.provider.issueToken(room, grant).value());
    }

    private static Map<String, Object> grants(SignedJWT token) throws Exception {
        return token.getJWTClaimsSet().getJSONObjectClaim("grants");
    }
}
