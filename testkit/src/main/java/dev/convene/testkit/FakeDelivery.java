package dev.convene.testkit;

import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvent.RoomClosed;
import dev.convene.core.provider.WebhookRequest;
import dev.convene.testkit.FaultPlan.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The road from a {@link FakeProvider} to the webhook, with the faults of a plan. The same seed and events give the same
 * faults. Not thread-safe.
 */
public final class FakeDelivery {

    private record Sent(ProviderEvent event, WebhookRequest request) {}

    private static final Duration FAR = Duration.ofHours(1);

    private final FakeWebhooks sender;
    private final FaultPlan plan;
    private final Random random;
    private final List<Sent> late = new ArrayList<>();
    private final List<ProviderEvent> dropped = new ArrayList<>();

    public FakeDelivery(FakeWebhooks sender, FaultPlan plan, long seed) {
        this.sender = sender;
        this.plan = plan;
        this.random = new Random(seed);
    }

    /** The requests that arrive now, in this order: of these events, and what was late before. */
    public List<WebhookRequest> send(List<ProviderEvent> events) {
        var arriving = new ArrayList<>(late);
        late.clear();
        for (ProviderEvent event : events) {
            send(event, arriving);
        }
        for (int i = 0; i < arriving.size(); i++) {
            if (happens(arriving.get(i).event(), Fault.REORDER)) {
                Collections.swap(arriving, i, random.nextInt(arriving.size()));
            }
        }
        return arriving.stream().map(Sent::request).toList();
    }

    /** What is still late arrives. */
    public List<WebhookRequest> sendLate() {
        return send(List.of());
    }

    /** What never came. */
    public List<ProviderEvent> dropped() {
        return List.copyOf(dropped);
    }

    private void send(ProviderEvent event, List<Sent> arriving) {
        if (happens(event, Fault.FORGE)) {
            arriving.add(new Sent(event, sender.forged(falsified(event))));
        }
        if (happens(event, Fault.DROP)) {
            dropped.add(event);
            return;
        }
        int copies = happens(event, Fault.REPEAT) ? 2 + random.nextInt(4) : 1;
        List<Sent> road = happens(event, Fault.DELAY) ? late : arriving;
        road.addAll(Collections.nCopies(copies, new Sent(event, sender.signed(event))));
    }

    private boolean happens(ProviderEvent event, Fault fault) {
        return random.nextDouble() < plan.odds(event, fault);
    }

    private static ArchiveReport deleted(ArchiveReport it) {
        return new ArchiveReport(it.id(), it.room(), ArchiveStatus.DELETED, Facts.NONE);
    }

    /** What it says differs, so that believing it shows. */
    private static ProviderEvent falsified(ProviderEvent event) {
        String id = "forged-" + event.id();
        return switch (event) {
            case Joined it -> new Joined(id, it.room(), it.at().minus(FAR), it.connection(), it.participant());
            case Left it -> new Left(id, it.room(), it.at().plus(FAR), it.connection(), it.participant());
            case EndedByModerator it ->
                new EndedByModerator(id, it.room(), it.at().minus(FAR), "forger");
            case RoomClosed it -> new RoomClosed(id, it.room(), it.at().minus(FAR));
            case ArchiveChanged it -> new ArchiveChanged(id, it.at(), deleted(it.report()));
        };
    }
}
