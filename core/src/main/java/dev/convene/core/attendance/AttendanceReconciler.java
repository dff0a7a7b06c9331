package dev.convene.core.attendance;

import dev.convene.core.meeting.Providers;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.VideoProvider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds visits whose end was never reported (a crash, a lost webhook): open here, but unknown to the provider. They ended
 * when they were last seen; those the provider knows are seen now, and make room for others at the head of the queue.
 */
public final class AttendanceReconciler {

    private static final Logger LOG = System.getLogger(AttendanceReconciler.class.getName());
    private static final int BATCH = 1_000;

    private final Visits visits;
    private final ProviderEvents events;
    private final Providers providers;
    private final Clock clock;

    public AttendanceReconciler(Visits visits, ProviderEvents events, Providers providers, Clock clock) {
        this.visits = visits;
        this.events = events;
        this.providers = providers;
        this.clock = clock;
    }

    public void reconcile() {
        providers.all().forEach(this::reconcile);
    }

    private void reconcile(VideoProvider provider) {
        // Read before the provider is asked: who is stored here before is known there.
        Map<RoomId, List<Visit>> open = visits.open(provider.name(), BATCH).stream()
                .collect(Collectors.groupingBy(it -> it.room().id()));
        open.forEach((room, inRoom) -> {
            try {
                Instant asked = clock.instant();
                Set<ConnectionId> connected = provider.connectionsIn(room);
                events.stillConnected(provider.name(), connected, asked);
                reportLost(provider, inRoom, connected);
            } catch (ProviderFailure e) {
                LOG.log(Level.WARNING, () -> "Attendance of room " + room + " is not compared now: " + e.getMessage());
            }
        });
    }

    private void reportLost(VideoProvider provider, List<Visit> visits, Set<ConnectionId> connected) {
        visits.stream()
                .filter(it -> !connected.contains(it.connection()))
                .forEach(it -> events.report(provider.name(), List.of(lost(it))));
    }

    private static Left lost(Visit visit) {
        String id = "lost:" + visit.connection() + ":" + visit.seenAt().toEpochMilli();
        return new Left(id, visit.room().id(), visit.seenAt(), visit.connection(), visit.participant());
    }
}
