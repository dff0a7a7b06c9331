package dev.convene.provider.twilio;

import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvent.RoomClosed;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import dev.convene.vendor.testkit.twilio.TwilioCallback;
import dev.convene.vendor.testkit.twilio.TwilioStub;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioWebhooksTest {

    private static final String ROOM = "RM5b9970c25fb6f31a7da94fe683be0957";

    @RegisterExtension
    final Stage stage = new Stage();

    @Test
    void comingAndGoingIsReportedByTheParticipantsSid() {
        RoomId room = stage.provider.openRoom(RoomSpec.plain());
        ConnectionId ada = stage.join(room, "ada");
        stage.clock.advance(Duration.ofMinutes(3));
        stage.twilio.leave(ada.value());

        List<ProviderEvent> reported = stage.reported();

        assertThat(reported).hasSize(2).extracting(ProviderEvent::id).doesNotHaveDuplicates();
        var person = new Participant("ada", "ada");
        assertThat(reported.get(0)).isEqualTo(new Joined(reported.get(0).id(), room, NOON, ada, person));
        assertThat(reported.get(1)).isEqualTo(new Left(reported.get(1).id(), room, NOON.plusSeconds(180), ada, person));
    }

    @Test
    void aRoomThatTwilioClosesIsReported() {
        RoomId room = stage.provider.openRoom(RoomSpec.plain());
        stage.twilio.expire(room.value());

        assertThat(stage.reported())
                .singleElement()
                .isInstanceOfSatisfying(
                        RoomClosed.class, it -> assertThat(it.room()).isEqualTo(room));
    }

    @Test
    void theSameCallbackHasTheSameId() {
        RoomId room = stage.provider.openRoom(RoomSpec.plain());
        stage.join(room, "ada");
        TwilioCallback joined = stage.twilio.takeCallbacks().getLast();

        assertThat(stage.received(joined)).isEqualTo(stage.received(joined)).isNotEmpty();
    }

    @Test
    void theSameAtAnotherTimeHasAnotherId() {
        TwilioCallback one = callback("recording-started");

        assertThat(stage.received(with(one, "Timestamp", "2020-08-20T01:42:06Z"))
                        .getFirst()
                        .id())
                .isNotEqualTo(stage.received(one).getFirst().id());
    }

    /** As captured; the codec is in lower case there, against the documentation. */
    @Test
    void aTrackThatIsDoneTellsThatTheRoomIsRecorded() {
        var fields = new TreeMap<String, String>();
        fields.put("AccountSid", TwilioStub.ACCOUNT_SID);
        fields.put("RoomSid", ROOM);
        fields.put("RecordingSid", "RT2c3f5a84328cb488376b45c221f27998");
        fields.put("StatusCallbackEvent", "recording-completed");
        fields.put("Timestamp", "2020-08-20T01:42:05.839174Z");
        fields.put("Codec", "vp8");
        fields.put("OffsetFromTwilioVideoEpoch", "155137307765");

        assertThat(stage.received(new TwilioCallback(Stage.CALLBACK, fields)))
                .singleElement()
                .isInstanceOfSatisfying(ArchiveChanged.class, it -> {
                    assertThat(it.report().id().value()).isEqualTo(ROOM);
                    assertThat(it.report().status()).isEqualTo(ArchiveStatus.ACTIVE);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "recording-started,ACTIVE",
        "recording-failed,ACTIVE",
        "composition-enqueued,UPLOADING",
        "composition-started,UPLOADING",
        "composition-available,READY",
        "composition-failed,FAILED"
    })
    void archivesGoOn(String event, ArchiveStatus status) {
        assertThat(stage.received(callback(event)))
                .singleElement()
                .isInstanceOfSatisfying(
                        ArchiveChanged.class,
                        it -> assertThat(it.report().status()).isEqualTo(status));
    }

    @Test
    void aComposedFileHasItsLengthAndItsSize() {
        TwilioCallback available = with(with(callback("composition-available"), "Duration", "63"), "Size", "105956");

        ArchiveReport report = ((ArchiveChanged) stage.received(available).getFirst()).report();

        assertThat(report.facts()).isEqualTo(new Facts(null, Duration.ofSeconds(63), 105_956L, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "room-created",
                "track-added",
                "track-disabled",
                "composition-progress",
                "composition-hook-failed",
                "new"
            })
    void whatIsOfNoInterestIsLeftOut(String event) {
        assertThat(stage.received(callback(event))).isEmpty();
    }

    @Test
    void aForgedCallbackIsNotRead() {
        TwilioCallback callback = callback("room-ended");

        assertThatThrownBy(() -> stage.webhooks.receive(Stage.request(callback, callback.signature("guessed"))))
                .isInstanceOf(NotAuthentic.class);
    }

    @Test
    void aCallbackOfAnotherAccountIsNotOurs() {
        assertRefused(with(callback("room-ended"), "AccountSid", "AC99"), NotAuthentic.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccountSid", "RoomSid", "StatusCallbackEvent", "Timestamp", "ParticipantSid"})
    void whatIsMissingIsNamed(String name) {
        TwilioCallback callback = with(callback("participant-connected"), name, "");

        assertThatThrownBy(() -> receive(callback))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(name);
    }

    @Test
    void aTimeThatIsNoneIsUnreadable() {
        assertRefused(with(callback("room-ended"), "Timestamp", "yesterday"), Unreadable.class);
    }

    @Test
    void aNumberThatIsNoneIsUnreadable() {
        assertRefused(with(callback("composition-available"), "Duration", "long"), Unreadable.class);
    }

    private void assertRefused(TwilioCallback callback, Class<? extends Exception> kind) {
        assertThatThrownBy(() -> receive(callback)).isInstanceOf(kind);
    }

    private void receive(TwilioCallback callback) throws NotAuthentic, Unreadable {
        stage.webhooks.receive(Stage.request(callback, callback.signature(TwilioStub.AUTH_TOKEN)));
    }

    private static TwilioCallback callback(String event) {
        var fields = new TreeMap<String, String>();
        fields.put("AccountSid", TwilioStub.ACCOUNT_SID);
        fields.put("RoomSid", ROOM);
        fields.put("ParticipantSid", "PAec462533b0a659b7eb122a7ff9e2312e");
        fields.put("ParticipantIdentity", "ada");
        fields.put("StatusCallbackEvent", event);
        fields.put("Timestamp", "2020-08-20T01:42:05.839174Z");
        return new TwilioCallback(Stage.CALLBACK, fields);
    }

    private static TwilioCallback with(TwilioCallback callback, String name, String value) {
        var fields = new TreeMap<>(callback.fields());
        fields.put(name, value);
        return new TwilioCallback(callback.url(), fields);
    }
}
