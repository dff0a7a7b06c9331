package dev.convene.provider.vonage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import dev.convene.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackBodyTest {

    private static final RoomId ROOM = new RoomId("2_MX4xMzExMjU3MX5-MTQ3MDI1NzY3OTkxOH45QXRr");
    private static final ConnectionId CONNECTION = new ConnectionId("c053fcc8-c681-41d5-8ec2-7a9e1434a21e");
    private static final Instant CONNECTED = Instant.ofEpochMilli(1470257688143L);

    private final CallbackBody callbacks = new CallbackBody("123456", new SettableClock());

    @Test
    void aConnectionIsAPersonWhoCame() throws Exception {
        assertThat(read(session(
                        "connectionCreated",
                        "\"connection\":" + connection("{\\\"identity\\\":\\\"ada\\\",\\\"name\\\":\\\"Ada\\\"}"))))
                .singleElement()
                .isInstanceOfSatisfying(Joined.class, it -> {
                    assertThat(it.room()).isEqualTo(ROOM);
                    assertThat(it.connection()).isEqualTo(CONNECTION);
                    assertThat(it.participant()).isEqualTo(new Participant("ada", "Ada"));
                    assertThat(it.at()).isEqualTo(CONNECTED);
                });
    }

    /** The vendor sometimes leaves {@code data} empty when a connection ends. */
    @Test
    void aConnectionThatEndsIsAPersonWhoLeft() throws Exception {
        assertThat(read(session(
                        "connectionDestroyed", "\"reason\":\"networkDisconnected\",\"connection\":" + connection(""))))
                .singleElement()
                .isInstanceOfSatisfying(Left.class, it -> {
                    assertThat(it.connection()).isEqualTo(CONNECTION);
                    assertThat(it.participant()).isNull();
                    assertThat(it.at()).isEqualTo(Instant.ofEpochMilli(1470258896953L));
                });
    }

    /** Contracts, README against code, "stream events": the connection is inside {@code stream}, and nowhere else. */
    @ParameterizedTest
    @ValueSource(strings = {"streamCreated", "streamDestroyed"})
    void whoSendsIsConnectedAndWhoStopsSendingHasNotLeft(String event) throws Exception {
        String stream = "\"reason\":\"clientDisconnected\",\"stream\":{\"id\":\"63245362\",\"connection\":"
                + connection("ada") + ",\"createdAt\":1470258845416,\"name\":\"\",\"videoType\":\"camera\"}";

        assertThat(read(session(event, stream))).singleElement().isInstanceOfSatisfying(Joined.class, it -> {
            assertThat(it.connection()).isEqualTo(CONNECTION);
            assertThat(it.participant().identity()).isEqualTo("ada");
            assertThat(it.at()).isEqualTo(CONNECTED);
        });
    }

    /** The predecessor then changed some other attendee of the meeting. */
    @Test
    void whoDoesNotSayWhoTheyAreIsNobody() throws Exception {
        assertThat(read(session("connectionCreated", "\"connection\":" + connection(" "))))
                .isEmpty();
        assertThat(read(session("streamCreated", "\"stream\":{\"connection\":" + connection("") + "}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessionCreated", "sessionDestroyed", "somethingNew"})
    void whatIsOfNoInterestIsPassedOver(String event) throws Exception {
        assertThat(read(session(event, "\"x\":1"))).isEmpty();
    }

    /** Contracts, README against code, "archive webhooks": they are what tells how far an archive is. */
    @ParameterizedTest
    @CsvSource({
        "started, ACTIVE",
        "paused, ACTIVE",
        "stopped, STOPPING",
        "uploaded, READY",
        "available, READY",
        "expired, EXPIRED",
        "failed, FAILED",
        "deleted, DELETED"
    })
    void anArchiveGoesOn(String status, ArchiveStatus expected) throws Exception {
        assertThat(read(archive("\"partnerId\":123456,\"event\":\"archive\"", status)))
                .singleElement()
                .isInstanceOfSatisfying(ArchiveChanged.class, it -> {
                    assertThat(it.report().status()).isEqualTo(expected);
                    assertThat(it.room()).isEqualTo(ROOM);
                    assertThat(it.report().id().value()).isEqualTo("b40ef09b-3811-4726-b508-e41a0f96c68f");
                    assertThat(it.report().facts().sizeBytes()).isEqualTo(18023312L);
                    assertThat(it.report().facts().duration()).isEqualTo(Duration.ofSeconds(328));
                    assertThat(it.report().facts().startedAt()).isEqualTo(Instant.ofEpochMilli(1384221380000L));
                    assertThat(it.report().facts().reason()).isEqualTo("user initiated");
                });
    }

    /** One has the key {@code projectId}, and no event; the other platform's objects have {@code applicationId}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"projectId\":123456,\"updatedAt\":1384221380152",
                "\"applicationId\":\"123456\",\"event\":\"archive\"",
                "\"projectId\":\"123456\",\"partnerId\":123456"
            })
    void everyGenerationOfFieldsIsRead(String fields) throws Exception {
        assertThat(read(archive(fields, "available"))).hasSize(1);
    }

    @Test
    void aStatusThatIsNewIsPassedOver() throws Exception {
        assertThat(read(archive("\"partnerId\":123456,\"event\":\"archive\"", "rewound")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"projectId\":\"654321\"",
                "\"partnerId\":654321",
                "\"applicationId\":\"a\"",
                "\"projectId\":123456,\"partnerId\":654321"
            })
    void anotherProjectsCallbackIsNotForUs(String project) {
        assertThatThrownBy(() -> read(archive(project, "available"))).isInstanceOf(NotAuthentic.class);
    }

    @Test
    void aCallbackThatComesAgainIsTheSameEvent() throws Exception {
        String body = session("connectionCreated", "\"connection\":" + connection("ada"));

        assertThat(read(body).getFirst().id()).isEqualTo(read(body).getFirst().id());
        assertThat(read(body).getFirst().id())
                .isNotEqualTo(read(body.replace("1470258896953", "1470258896954"))
                        .getFirst()
                        .id());
        assertThat(read(body).getFirst().id().length()).isLessThanOrEqualTo(255);
    }

    /** The predecessor passed objects of the body on into its database's filter. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "17",
                "{\"event\":\"connectionCreated\"}",
                "{\"event\":{\"neq\":1},\"id\":{\"neq\":\"\"},\"status\":1}",
                "{\"event\":\"connectionCreated\",\"sessionId\":{\"neq\":\"z\"},\"timestamp\":1,\"connection\":{\"id\":\"c\",\"data\":\"a\"}}",
                "{\"event\":\"connectionCreated\",\"sessionId\":\"s\",\"timestamp\":1,\"connection\":{\"id\":{\"neq\":\"c\"},\"data\":\"a\"}}",
                "{\"event\":\"connectionDestroyed\",\"sessionId\":\"s\",\"timestamp\":\"now\",\"connection\":{\"id\":\"c\"}}",
                "{\"event\":\"streamCreated\",\"sessionId\":\"s\",\"timestamp\":1,\"stream\":null}",
                "{\"event\":\"archive\",\"id\":\"a\"}",
                "{\"event\":\"archive\",\"id\":\"a\",\"sessionId\":\" \",\"status\":\"started\"}"
            })
    void whatMakesNoSenseIsSaidSo(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(Unreadable.class);
    }

    private List<ProviderEvent> read(String body) throws NotAuthentic, Unreadable {
        return callbacks.read(body.getBytes(UTF_8));
    }

    private static String session(String event, String fields) {
        return "{\"sessionId\":\"" + ROOM + "\",\"projectId\":\"123456\",\"event\":\"" + event
                + "\",\"timestamp\":1470258896953," + fields + "}";
    }

    private static String connection(String data) {
        return "{\"id\":\"" + CONNECTION + "\",\"createdAt\":1470257688143,\"data\":\"" + data + "\"}";
    }

    private static String archive(String fields, String status) {
        return "{\"id\":\"b40ef09b-3811-4726-b508-e41a0f96c68f\",\"createdAt\":1384221380000,\"duration\":328,\"name\":\"Foo\","
                + fields + ",\"reason\":\"user initiated\",\"sessionId\":\"" + ROOM
                + "\",\"size\":18023312,\"status\":\"" + status
                + "\"}";
    }
}
