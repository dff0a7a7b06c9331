package dev.convene.testkit;

import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvent.RoomClosed;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import dev.convene.core.provider.WebhookRequest;
import dev.convene.testkit.FaultPlan.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FakeDeliveryTest {

    private static final RoomId ROOM = new RoomId("room");
    private static final ConnectionId CONNECTION = new ConnectionId("connection");
    private static final List<ProviderEvent> EVENTS = IntStream.range(0, 200)
            .mapToObj(i -> i % 2 == 0 ? joined("event-" + i) : left("event-" + i))
            .toList();

    private final FakeWebhooks webhooks = new FakeProvider(new SettableClock()).webhooks();
    private int forged;

    @Test
    void withoutFaultsEverythingArrivesOnceAndInOrder() {
        assertThat(arriving(FaultPlan.none())).isEqualTo(EVENTS);
    }

    @Test
    void everyKindOfEventArrivesAsItWasSent() {
        List<ProviderEvent> events = List.of(
                joined("a & b = ü"),
                left("b"),
                new Left("c", ROOM, NOON, CONNECTION, null),
                new EndedByModerator("d", ROOM, NOON, "ada"),
                new RoomClosed("e", ROOM, NOON),
                archiveChanged("f", new Facts(NOON, Duration.ofSeconds(3), 4L, "session ended")),
                archiveChanged("g", Facts.NONE));

        assertThat(received(delivery(FaultPlan.none(), 1).send(events))).isEqualTo(events);
    }

    @Test
    void droppedEventsNeverArrive() {
        FakeDelivery delivery = delivery(FaultPlan.none().with(Joined.class, Fault.DROP, 1), 1);

        assertThat(received(delivery.send(EVENTS))).hasSize(100).hasOnlyElementsOfType(Left.class);
        assertThat(received(delivery.sendLate())).isEmpty();
        assertThat(delivery.dropped()).hasSize(100).hasOnlyElementsOfType(Joined.class);
    }

    @Test
    void repeatedEventsArriveUpToFiveTimes() {
        List<ProviderEvent> arriving = arriving(FaultPlan.none().with(Fault.REPEAT, 0.5));

        assertThat(arriving).containsAll(EVENTS);
        assertThat(arriving.size()).isBetween(250, 600);
    }

    @Test
    void reorderedEventsAllArrive() {
        List<ProviderEvent> arriving = arriving(FaultPlan.none().with(Fault.REORDER, 0.5));

        assertThat(arriving).containsExactlyInAnyOrderElementsOf(EVENTS).isNotEqualTo(EVENTS);
    }

    @Test
    void delayedEventsArriveWithTheNext() {
        FakeDelivery delivery = delivery(FaultPlan.none().with(Left.class, Fault.DELAY, 1), 1);

        assertThat(received(delivery.send(EVENTS))).hasOnlyElementsOfType(Joined.class);
        assertThat(received(delivery.send(List.of(joined("next"))))).hasSize(101);
        assertThat(received(delivery.sendLate())).isEmpty();
    }

    @Test
    void forgedEventsComeBesideAndAreRefused() {
        assertThat(arriving(FaultPlan.none().with(Fault.FORGE, 1))).isEqualTo(EVENTS);
        assertThat(forged).isEqualTo(200);
    }

    @Test
    void theSameSeedMakesTheSameFaults() {
        FaultPlan plan = FaultPlan.none()
                .with(Fault.DROP, 0.3)
                .with(Fault.REPEAT, 0.3)
                .with(Fault.REORDER, 0.3)
                .with(Fault.DELAY, 0.3);

        List<ProviderEvent> once = received(delivery(plan, 42).send(EVENTS));

        assertThat(received(delivery(plan, 42).send(EVENTS))).isEqualTo(once);
        assertThat(received(delivery(plan, 43).send(EVENTS))).isNotEqualTo(once);
    }

    @Test
    void aRequestWithoutSignatureIsNotAuthentic() {
        WebhookRequest signed = webhooks.signed(joined("event"));
        var unsigned = new WebhookRequest(signed.url(), Map.of(), signed.body());

        assertThatThrownBy(() -> webhooks.receive(unsigned)).isInstanceOf(NotAuthentic.class);
    }

    @Test
    void oddsAreProbabilities() {
        assertThatThrownBy(() -> FaultPlan.none().with(Fault.DROP, 1.1)).isInstanceOf(IllegalArgumentException.class);
    }

    private FakeDelivery delivery(FaultPlan plan, long seed) {
        return new FakeDelivery(webhooks, plan, seed);
    }

    private List<ProviderEvent> arriving(FaultPlan plan) {
        return received(delivery(plan, 1).send(EVENTS));
    }

    private List<ProviderEvent> received(List<WebhookRequest> requests) {
        var received = new ArrayList<ProviderEvent>();
        for (WebhookRequest request : requests) {
            try {
                received.addAll(webhooks.receive(request));
            } catch (NotAuthentic e) {
                forged++;
            } catch (Unreadable e) {
                throw new AssertionError(e);
            }
        }
        return received;
    }

    private static ProviderEvent joined(String id) {
        return new Joined(id, ROOM, NOON, CONNECTION, new Participant("ada", "Ada & Ben = 2"));
    }

    private static ProviderEvent archiveChanged(String id, Facts facts) {
        return new ArchiveChanged(
                id, NOON, new ArchiveReport(new ArchiveId("archive"), ROOM, ArchiveStatus.ACTIVE, facts));
    }

    private static ProviderEvent left(String id) {
        return new Left(id, ROOM, NOON, CONNECTION, new Participant("ada", "Ada"));
    }
}
