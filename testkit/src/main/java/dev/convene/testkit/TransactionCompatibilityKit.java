package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.PROVIDER;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.ExampleVisit.visit;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.attendance.Visit;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingProblem.AlreadyEnded;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.Left;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link dev.convene.core.attendance.Transaction} must do. Extend it by a test class that returns your stores,
 * emptied, from {@link #emptyStores()}; every test is inherited.
 */
public abstract class TransactionCompatibilityKit extends StoresKit {

    private Meeting meeting;
    private ProviderEvent event;
    private Visit visit;

    @BeforeEach
    void aMeetingAndAReport() {
        meeting = aMeeting().addedTo(stores());
        ExampleVisit ada = visit(meeting.room(), "a");
        visit = ada.left(NOON);
        event = new Left("event", meeting.room().id(), NOON, ada.connection(), null);
    }

    @Test
    void whatRunsInItIsKeptWhole() {
        stores().transaction().inOne(this::writeToAllStores);

        assertThat(stores().visits().of(meeting.link())).hasSize(1);
        assertThat(state()).isEqualTo(Meeting.State.ENDED);
        assertThat(eventIsNew()).isFalse();
    }

    @Test
    void whatThrowsLeavesNothingBehindInAnyStore() {
        var failure = new IllegalStateException("on purpose");
        assertThatThrownBy(() -> stores().transaction().inOne(() -> {
                    writeToAllStores();
                    throw failure;
                }))
                .isSameAs(failure);

        assertNothingIsKept();
    }

    @Test
    void anErrorLeavesNothingBehindEither() {
        var failure = new AssertionError("on purpose");
        assertThatThrownBy(() -> stores().transaction().inOne(() -> {
                    writeToAllStores();
                    throw failure;
                }))
                .isSameAs(failure);

        assertNothingIsKept();
    }

    @Test
    void aVisitThatWasThereBeforeIsAsItWas() {
        Visit joined = visit(meeting.room(), "a").joined(NOON.minusSeconds(1));
        stores().visits().merge(joined);

        assertThatThrownBy(() -> stores().transaction().inOne(() -> {
                    writeToAllStores();
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(stores().visits().of(meeting.link()))
                .singleElement()
                .satisfies(it -> assertThat(it.visit()).isEqualTo(joined));
    }

    @Test
    void aChangeThatIsRefusedInItDoesNotSpoilTheRest() {
        end();
        stores().transaction().inOne(() -> {
            eventIsNew();
            stores().visits().merge(visit);
            assertThatThrownBy(this::end).isInstanceOf(AlreadyEnded.class);
        });

        assertThat(stores().visits().of(meeting.link())).hasSize(1);
        assertThat(eventIsNew()).isFalse();
    }

    @Test
    void itsOwnWritesAreSeenInIt() {
        stores().transaction().inOne(() -> {
            writeToAllStores();
            assertThat(stores().visits().of(meeting.link())).hasSize(1);
            assertThat(state()).isEqualTo(Meeting.State.ENDED);
        });
    }

    @Test
    void manyAtOnceAreEachKept() {
        AtOnce.run(64, i -> {
            stores().transaction().inOne(() -> {
                Visit joined = visit(meeting.room(), "c-" + i % 8).joined(NOON.minusMillis(i));
                var reported = new Left("event-" + i, meeting.room().id(), NOON, joined.connection(), null);
                assertThat(stores().events().addIfNew(PROVIDER, reported, NOON)).isTrue();
                stores().visits().merge(joined);
            });
            return i;
        });

        assertThat(stores().visits().of(meeting.link()))
                .extracting(it -> it.visit().joinedAt())
                .containsExactlyInAnyOrderElementsOf(List.of(56, 57, 58, 59, 60, 61, 62, 63).stream()
                        .map(NOON::minusMillis)
                        .toList());
    }

    @Test
    void whatWaitsForItsEndRunsOnceItIsCommitted() {
        var seen = new ArrayList<Meeting.State>();
        stores().transaction().inOne(() -> {
            stores().transaction().inOne(() -> stores().transaction().afterCommit(() -> seen.add(stateForOthers())));
            end();
            assertThat(seen).isEmpty();
        });

        assertThat(seen).containsExactly(Meeting.State.ENDED);
    }

    @Test
    void whatWaitsForItsEndDoesNotRunIfItIsRolledBack() {
        var seen = new ArrayList<Meeting.State>();
        assertThatThrownBy(() -> stores().transaction().inOne(() -> {
                    stores().transaction().afterCommit(() -> seen.add(state()));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        stores().transaction().inOne(this::end);

        assertThat(seen).isEmpty();
    }

    @Test
    void nothingHasToBeWaitedForWithoutOne() {
        var seen = new ArrayList<Meeting.State>();

        stores().transaction().afterCommit(() -> seen.add(state()));

        assertThat(seen).containsExactly(Meeting.State.UPCOMING);
    }

    @Test
    void whatIsWrittenAfterItsEndIsKept() {
        stores().transaction().inOne(() -> {
            end();
            stores().transaction()
                    .afterCommit(() ->
                            stores().transaction().inOne(() -> stores().visits().merge(visit)));
        });

        assertThat(AtOnce.run(1, i -> stores().visits().of(meeting.link())).getFirst())
                .hasSize(1);
    }

    /** What another thread sees, which is not in the transaction. */
    private Meeting.State stateForOthers() {
        return AtOnce.run(1, i -> state()).getFirst();
    }

    private void writeToAllStores() {
        assertThat(eventIsNew()).isTrue();
        stores().visits().merge(visit);
        end();
    }

    private void assertNothingIsKept() {
        assertThat(stores().visits().of(meeting.link())).isEmpty();
        assertThat(state()).isEqualTo(Meeting.State.UPCOMING);
        assertThat(eventIsNew()).isTrue();
    }

    private void end() {
        stores().meetings().change(meeting.tenant(), meeting.link(), it -> it.end(new Stamp("ada", NOON)));
    }

    private boolean eventIsNew() {
        return stores().events().addIfNew(PROVIDER, event, NOON);
    }

    private Meeting.State state() {
        return stores().meetings().findByLink(meeting.link()).orElseThrow().state();
    }
}
