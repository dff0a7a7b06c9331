package dev.convene.core.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import dev.convene.core.store.Transaction;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WatchedMeetingsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Meeting UPCOMING = new Meeting(
            new MeetingLink("link"),
            TenantId.DEFAULT,
            Details.NONE,
            Schedule.now(NOON, null),
            Options.DEFAULT,
            new ProviderName("fake"),
            new RoomId("room"),
            History.createdBy(new Stamp("ada", NOON)));
    private static final Meeting STARTED = UPCOMING.join(new Stamp("ben", NOON), JoinPolicy.DEFAULT);

    private final AtomicInteger starts = new AtomicInteger();
    private final Hooks hooks = new Hooks(
            List.of(new MeetingHooks() {
                @Override
                public void afterStart(Meeting started) {
                    starts.incrementAndGet();
                }
            }),
            new NoTransaction());

    @Test
    void whoCameFirstIsToldOf() {
        assertThat(adaJoins(UPCOMING)).isEqualTo(Meeting.State.LIVE);

        assertThat(starts).hasValue(1);
    }

    @Test
    void whoLostTheRaceToBeFirstIsNot() {
        assertThat(adaJoins(UPCOMING, STARTED)).isEqualTo(Meeting.State.LIVE);

        assertThat(starts).hasValue(0);
    }

    /** @param seen what the change is made of: the first, and if another change came in between, the next */
    private Meeting.State adaJoins(Meeting... seen) {
        Meetings meetings = (Meetings) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Meetings.class}, (proxy, method, arguments) -> {
                    @SuppressWarnings("unchecked")
                    var change = (UnaryOperator<Meeting>) arguments[2];
                    Meeting changed = null;
                    for (Meeting it : seen) {
                        changed = change.apply(it);
                    }
                    return changed;
                });
        return hooks.watching(meetings)
                .change(TenantId.DEFAULT, UPCOMING.link(), it -> it.join(new Stamp("ada", NOON), JoinPolicy.DEFAULT))
                .state();
    }

    private static final class NoTransaction implements Transaction {

        @Override
        public void inOne(Runnable work) {
            work.run();
        }

        @Override
        public void afterCommit(Runnable work) {
            work.run();
        }
    }
}
